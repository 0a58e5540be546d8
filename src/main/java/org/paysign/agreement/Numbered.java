package org.paysign.agreement;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What Alipay said of one agreement_no. Rounds count from 1; 0 means that it never happened. */
final class Numbered {

    final int firstHeard;
    final int firstEnded;
    final int lastProven;
    /** When Alipay, asked, said last that the agreement is in force; after its end that means nothing. */
    final int lastAffirmed;
    /** Alipay's own times, on Alipay's clock: as texts they sort as times; empty if Alipay told none. */
    final String signTime;

    final String lastTime;

    Numbered(List<Signal.Signed> signed, List<Signal.Ended> ended) {
        firstHeard =
                rounds(Stream.concat(signed.stream(), ended.stream())).min().orElse(0);
        firstEnded = rounds(ended.stream()).min().orElse(0);
        lastProven = rounds(signed.stream()).max().orElse(0);
        lastAffirmed = rounds(signed.stream().filter(proof -> proof.evidence() == Evidence.QUERY))
                .filter(round -> !isEnded() || round <= firstEnded)
                .max()
                .orElse(0);
        String begun = latest(
                Stream.concat(
                        signed.stream().map(Signal.Signed::fields),
                        ended.stream().map(Signal.Ended::fields)),
                "sign_time");
        String over = latest(ended.stream().map(Signal.Ended::fields), "unsign_time");
        signTime = begun;
        lastTime = begun.compareTo(over) > 0 ? begun : over;
    }

    boolean isEnded() {
        return firstEnded > 0;
    }

    private static IntStream rounds(Stream<? extends Signal> signals) {
        return signals.mapToInt(Signal::round);
    }

    private static String latest(Stream<Map<String, String>> fields, String name) {
        return fields.map(said -> said.getOrDefault(name, ""))
                .max(String::compareTo)
                .orElse("");
    }
}
