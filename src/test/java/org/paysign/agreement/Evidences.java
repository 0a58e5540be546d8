package org.paysign.agreement;

import java.util.Map;
import java.util.Set;

/** Signals to decide from, named after what they say. */
final class Evidences {

    /** A1 lasts from 10 to 20 o'clock, A2 from 21 to 22, A3 from 23 on the next day to the end of it. */
    private static final Map<String, String> SIGN_TIMES =
            Map.of("A1", "2026-11-22 10:00:00", "A2", "2026-11-22 21:00:00", "A3", "2026-11-23 23:00:00");

    private static final Map<String, String> UNSIGN_TIMES =
            Map.of("A1", "2026-11-22 20:00:00", "A2", "2026-11-22 22:00:00", "A3", "2026-11-23 23:59:59");

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

    static final Signal PENDING = new Signal.Pending(1, Evidence.NOTIFY, "TEMP");
    static final Signal NOTIFIED = signed(1, Evidence.NOTIFY, "A1");
    static final Signal QUERIED = signed(1, Evidence.QUERY, "A1");
    static final Signal RESULT = signed(1, Evidence.SYNC, "A1");
    static final Signal ENDED_A1 = ended(1, Evidence.NOTIFY, "A1");
    static final Signal NEXT = signed(1, Evidence.NOTIFY, "A2");
    static final Signal ENDED_A2 = ended(1, Evidence.NOTIFY, "A2");
    static final Signal LATE = signed(2, Evidence.NOTIFY, "A1");
    static final Signal LATE_BY_QUERY = signed(2, Evidence.QUERY, "A1");
    static final Signal ENDED_LATE = ended(2, Evidence.NOTIFY, "A1");
    static final Signal NEW = signed(2, Evidence.NOTIFY, "A2");
    static final Signal NEW_BY_QUERY = signed(2, Evidence.QUERY, "A2");
    static final Signal ENDED_NEW = ended(2, Evidence.NOTIFY, "A2");
    static final Signal NOT_NEW = answer(2, false, "A2");
    static final Signal PENDING_AGAIN = new Signal.Pending(2, Evidence.NOTIFY, "STOP");
    static final Signal ENDED_AGAIN = new Signal.Ended(2, Evidence.QUERY, "", "AGREEMENT_HAS_UNSIGNED", Map.of());

    static final Signal ENDED_THIRD = ended(2, Evidence.NOTIFY, "A3");
    static final Signal ONCE_MORE = new Signal.Issued(3, "order-3");
    static final Signal FIRST_BY_QUERY = signed(3, Evidence.QUERY, "A1");
    static final Signal SECOND = signed(3, Evidence.NOTIFY, "A2");
    static final Signal THIRD_BY_QUERY = signed(3, Evidence.QUERY, "A3");

    private Evidences() {}

    /** Alipay's word for an agreement, with the time it was signed at. */
    static Signal signed(int round, Evidence evidence, String no) {
        return new Signal.Signed(
                round, evidence, no, Map.of("agreement_no", no, "sign_time", SIGN_TIMES.getOrDefault(no, "")));
    }

    /** Alipay's word for the end of an agreement; a notice tells when, an answer does not. */
    static Signal ended(int round, Evidence evidence, String no) {
        Map<String, String> times =
                evidence == Evidence.QUERY ? Map.of() : Map.of("unsign_time", UNSIGN_TIMES.getOrDefault(no, ""));
        return new Signal.Ended(round, evidence, no, "unsigned", times);
    }

    static Signal claim(int round, Claim claim, String resultStatus, boolean confirm) {
        return new Signal.Claimed(round, claim, resultStatus, confirm, "");
    }

    static Signal answer(int round, boolean windowClosed, String... answered) {
        return new Signal.NotSigned(round, Set.of(answered), windowClosed);
    }
}
