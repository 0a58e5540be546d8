package org.paysign.agreement;

import java.util.Map;
import java.util.Set;

/** Signals to decide from, named after what they say. */
final class Evidences {

    static final Signal ISSUED = new Signal.Issued(1, "order-1");
    static final Signal SILENT = new Signal.Silent(1);
    static final Signal SAID_SIGNED = claim(1, Claim.SIGNED, "7000", true);
    static final Signal SAID_UNKNOWN = claim(1, Claim.UNKNOWN, "7001", true);
    static final Signal FAILED = claim(1, Claim.FAILED, "7002", true);
    static final Signal FAILED_AT_ONCE = claim(1, Claim.FAILED, "7002", false);
    static final Signal CANCELLED = claim(1, Claim.CANCELLED, "6001", true);
    static final Signal CANCELLED_AT_ONCE = claim(1, Claim.CANCELLED, "6001", false);
    static final Signal OFFLINE = claim(1, Claim.FAILED, "6002", true);
    static final Signal NOT_SIGNED = answer(1, false);
    static final Signal NOT_SIGNED_7002 = answer(1, false, "7002");
    static final Signal NOT_SIGNED_6001 = answer(1, false, "6001", "6002");
    static final Signal TOO_LATE = answer(1, true);
    static final Signal TOO_LATE_7001 = answer(1, true, "7001", "7002");
    static final Signal SIGNED = new Signal.Signed(1, Evidence.SYNC, "A1", Map.of("agreement_no", "A1"));
    static final Signal SIGNED_BY_QUERY = new Signal.Signed(1, Evidence.QUERY, "A1", Map.of("agreement_no", "A1"));
    static final Signal ENDED = new Signal.Ended(1, Evidence.QUERY, "", "AGREEMENT_HAS_UNSIGNED", Map.of());
    static final Signal AGAIN = new Signal.Issued(2, "order-2");
    static final Signal FAILED_AGAIN = claim(2, Claim.FAILED, "7002", true);
    static final Signal NOT_SIGNED_AGAIN = answer(2, false, "7002");
    static final Signal TOO_LATE_AGAIN = answer(2, true);
    static final Signal SIGNED_AGAIN = new Signal.Signed(2, Evidence.NOTIFY, "A2", Map.of("agreement_no", "A2"));

    private Evidences() {}

    static Signal claim(int round, Claim claim, String resultStatus, boolean confirm) {
        return new Signal.Claimed(round, claim, resultStatus, confirm, "");
    }

    static Signal answer(int round, boolean windowClosed, String... answered) {
        return new Signal.NotSigned(round, Set.of(answered), windowClosed);
    }
}
