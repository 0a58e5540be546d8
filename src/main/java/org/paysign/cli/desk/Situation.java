package org.paysign.cli.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an operator sees of a running PaySign, in lines. */
public final class Situation {

    private final URI base;
    private final JsonNode health;
    private final JsonNode agreements;
    private final JsonNode parked;
    private final JsonNode merchants;

    /** Of a document with health, agreements, parked and merchants. */
    public Situation(URI base, JsonNode document) {
        this.base = base;
        this.health = document.path("health");
        this.agreements = document.path("agreements");
        this.parked = document.path("parked");
        this.merchants = document.path("merchants");
    }

    /** The lines, the last of them what to do. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("PaySign at " + base + " is " + health.path("status").asText("?"));
        health.path("checks").forEach(check -> {
            if (!check.path("status").asText().equals("UP")) {
                lines.add("  " + check.path("name").asText() + ": "
                        + check.path("data")
                                .path("message")
                                .asText(check.path("status").asText()));
            }
        });
        lines.add("agreements  issued " + count("Issued") + ", unknown " + count("Unknown")
                + age("OldestUnknownSeconds")
                + ", signed " + count("Signed") + ", cancelled " + count("Cancelled") + ", failed " + count("Failed")
                + ", ended " + count("Ended"));
        lines.add("outcomes    pending " + count("OutcomesPending") + age("OldestOutcomeSeconds") + ", parked "
                + count("OutcomesParked") + ", delivered " + count("OutcomesDelivered"));
        lines.add("messages    parked " + parked.path("Messages").asLong()
                + (parked.path("MoreThanCounted").asBoolean() ? " or more" : "")
                + age(parked.path("OldestSeconds").asLong()) + reasons());
        lines.add("refused     notices " + count("NotifiesRefused") + ", results without proof "
                + count("ResultsUnproven") + ", since the start");
        lines.add("merchants   " + names());
        if (!agreements.path("Work").asText().isEmpty()) {
            lines.add("work        " + new Progress(agreements).line());
        }
        advice(lines);
        return lines;
    }

    private void advice(List<String> lines) {
        if (count("OutcomesParked") > 0) {
            lines.add("do          mend the endpoint, then: paysign replay outcomes");
        }
        if (parked.path("Messages").asLong() > 0) {
            lines.add("do          mend what the reasons say, then: paysign replay parked");
        }
    }

    private long count(String attribute) {
        return agreements.path(attribute).asLong();
    }

    private String age(String attribute) {
        return age(count(attribute));
    }

    private static String age(long seconds) {
        return seconds == 0 ? "" : " (oldest " + span(seconds) + ")";
    }

    /** Two units are enough: 3 d 4 h, 12 min 3 s. */
    static String span(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return (time.toMinutes() > 0 ? time.toMinutes() + " min " : "") + time.toSecondsPart() + " s";
    }

    private String reasons() {
        String reasons = parked.path("ByReason").properties().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue().asText())
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? "" : ": " + reasons;
    }

    private String names() {
        String names =
                merchants.properties().stream().map(Map.Entry::getKey).sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}
