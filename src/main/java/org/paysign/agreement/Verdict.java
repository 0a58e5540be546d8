package org.paysign.agreement;

import java.util.Map;
import java.util.Optional;

/**
 * What a set of signals means.
 *
 * @param reason why, in one word: Alipay's sub_code or one of ours; empty for {@code ISSUED} and {@code UNKNOWN}
 * @param resultStatus the code the phone reported, empty if it reported none; 7000 where its result is the proof
 * @param open whether Alipay still has to be asked
 */
public record Verdict(
        State state,
        String reason,
        String resultStatus,
        Optional<Evidence> evidence,
        Map<String, String> alipay,
        boolean open) {
    public Verdict {
        alipay = Map.copyOf(alipay);
    }

    /** Without Alipay's fields, which are personal. */
    @Override
    public String toString() {
        return "Verdict[" + state + ", " + reason + ", " + resultStatus + ", " + evidence + ", open=" + open + "]";
    }
}
