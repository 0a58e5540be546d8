package org.paysign.process;

import java.util.List;
import java.util.Locale;

/** What customers do, and which of the merchant's endpoints has to hear of it. */
enum CustomerAct {
    SIGN("success"),
    UNKNOWN_SIGNED("success"),
    CANCEL_SIGNED("success"),
    NETWORK_SIGNED("success"),
    SILENT("success"),
    FAIL("retry"),
    NETWORK("retry"),
    CANCEL("cancel"),
    FORGE("cancel"),
    UNKNOWN_UNSIGNED("cancel");

    /** Twenty customers as a merchant meets them; the rare acts are rare. */
    private static final List<CustomerAct> CROWD = List.of(
            SIGN,
            FAIL,
            UNKNOWN_SIGNED,
            CANCEL,
            SIGN,
            CANCEL_SIGNED,
            NETWORK,
            SIGN,
            NETWORK_SIGNED,
            UNKNOWN_SIGNED,
            FORGE,
            SIGN,
            CANCEL,
            FAIL,
            SILENT,
            SIGN,
            CANCEL_SIGNED,
            NETWORK,
            SIGN,
            UNKNOWN_UNSIGNED);

    private final String endpoint;

    CustomerAct(String endpoint) {
        this.endpoint = endpoint;
    }

    static CustomerAct ofCustomer(int number) {
        return CROWD.get(number % CROWD.size());
    }

    /** As the phone's {@code act} takes it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Alipay will never know anything of these, so only the end of their time to sign ends them. */
    boolean needsShortWindow() {
        return this == FORGE || this == UNKNOWN_UNSIGNED;
    }

    /**
     * Where the outcome goes.
     *
     * @param resultStatus what the phone said: 7002 instead of the act's own code if the time to sign was over when the
     *     customer came, which is a failed signing
     */
    String endpoint(String resultStatus) {
        return isLate(resultStatus) ? "retry" : endpoint;
    }

    /** Whether the customer came when the time to sign was over; Alipay may have been asked before the phone said so. */
    boolean isLate(String resultStatus) {
        return needsShortWindow() && resultStatus.equals("7002");
    }
}
