package org.paysign.cli.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** How far ordered work has come, as one line. */
public final class Progress {

    private static final int WIDTH = 30;

    private final String name;
    private final long done;
    private final long total;
    private final double rate;
    private final long secondsLeft;

    /** Of an own count. */
    public Progress(String name, long done, long total, double rate) {
        this.name = name;
        this.done = done;
        this.total = total;
        this.rate = rate;
        this.secondsLeft = rate > 0 ? (long) Math.ceil(Math.max(0, total - done) / rate) : -1;
    }

    /** Of the attributes Work... */
    public Progress(JsonNode agreements) {
        name = agreements.path("Work").asText();
        done = agreements.path("WorkDone").asLong();
        total = agreements.path("WorkTotal").asLong();
        rate = agreements.path("WorkPerSecond").asDouble();
        secondsLeft = agreements.path("WorkSecondsLeft").asLong(-1);
    }

    /** Name, bar, counts, rate and what is left. */
    public String line() {
        int filled = total == 0 ? 0 : (int) (WIDTH * Math.min(done, total) / total);
        return name + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + " of " + total
                + String.format(Locale.ROOT, ", %.0f/s", rate)
                + (secondsLeft < 0 ? "" : ", " + Situation.span(secondsLeft) + " left");
    }
}
