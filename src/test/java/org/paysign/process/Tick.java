package org.paysign.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** A tick that has woken an instance, as the test's own route tells it in the log. */
record Tick(Instant due, String scheduler) {

    private static final Pattern SAID = Pattern.compile("TICK (\\d{14}) (\\S+)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    /** All that an instance has heard, in order. */
    static List<Tick> heardBy(RunProcess instance) throws IOException {
        return SAID.matcher(instance.log())
                .results()
                .map(said -> new Tick(
                        LocalDateTime.parse(said.group(1), TIME)
                                .atZone(ZoneId.systemDefault())
                                .toInstant(),
                        said.group(2)))
                .toList();
    }

    /** The longest time without one. */
    static Duration longestGap(List<Tick> ticks) {
        List<Instant> times = ticks.stream().map(Tick::due).sorted().toList();
        Duration longest = Duration.ZERO;
        for (int next = 1; next < times.size(); next++) {
            Duration gap = Duration.between(times.get(next - 1), times.get(next));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }
}
