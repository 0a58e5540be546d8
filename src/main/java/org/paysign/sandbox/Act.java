package org.paysign.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the customer does with the signing page, and what the phone makes of it. */
enum Act {
    SIGN("7000", true),
    UNKNOWN_SIGNED("7001", true),
    UNKNOWN_UNSIGNED("7001", false),
    FAIL("7002", false),
    CANCEL("6001", false),
    CANCEL_SIGNED("6001", true),
    NETWORK("6002", false),
    NETWORK_SIGNED("6002", true),
    FORGE("7000", false),
    SILENT("", true);

    private final String resultStatus;
    private final boolean signs;

    Act(String resultStatus, boolean signs) {
        this.resultStatus = resultStatus;
        this.signs = signs;
    }

    String resultStatus() {
        return resultStatus;
    }

    /** Whether Alipay has the agreement afterwards. */
    boolean signs() {
        return signs;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Act> named(String wireName) {
        return Arrays.stream(values())
                .filter(act -> act.wireName().equals(wireName))
                .findFirst();
    }
}
