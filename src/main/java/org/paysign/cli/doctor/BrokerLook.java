package org.paysign.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.paysign.broker.BrokerCheck;
import org.paysign.broker.BrokerPulse;
import org.paysign.broker.BrokerUrl;
import org.paysign.broker.Needs;

/**
 * Whether the broker is there and has what PaySign needs. Queues are asked for by name; nothing is taken from them, and the
 * rights are only tried when all exist, because trying would make a missing one where clients may.
 *
 * @param plainAllowed whether it may be talked to without TLS
 */
public record BrokerLook(String url, String user, String password, boolean plainAllowed) {

    private static final String NAME = "broker";

    /** Looks once. */
    public List<Finding> at(Needs needs) {
        String safe = BrokerUrl.safe(url, plainAllowed);
        if (safe.startsWith("vm:")) {
            return List.of(Finding.skipped(NAME, "embedded, it starts with PaySign"));
        }
        List<Finding> findings = new ArrayList<>();
        TreeSet<String> queues = new TreeSet<>(needs.read());
        queues.addAll(needs.written());
        for (String queue : queues) {
            try (BrokerPulse pulse = new BrokerPulse(safe, user, password, queue)) {
                pulse.feel();
            } catch (IllegalStateException lacking) {
                String sentence = String.valueOf(lacking.getMessage());
                findings.add(Finding.fail(NAME, sentence, next(sentence)));
                if (!sentence.contains(queue)) {
                    return findings;
                }
            }
        }
        if (findings.isEmpty()) {
            new BrokerCheck(safe, user, password, needs).check();
            findings.add(Finding.ok(
                    NAME, "answers, takes the user, and has " + queues.size() + " queues with their rights"));
        }
        return findings;
    }

    private static String next(String sentence) {
        if (sentence.contains("Security")) {
            return "Mend paysign.broker.user and paysign.broker.password, or make the user with the role paysign.";
        }
        return sentence.contains("no queue")
                ? "Add it to broker.xml as docker/broker.xml has it; where clients may make queues, run makes it."
                : "Start it, or mend paysign.broker.url; with TLS see that its certificate is trusted.";
    }

    /** Without the URL, which may hold passwords. */
    @Override
    public String toString() {
        return "BrokerLook[]";
    }
}
