package org.paysign.sandbox.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the tables and the MBeans again and again, and tells the journal what has changed. */
final class Lookout implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final Duration LATELY = Duration.ofSeconds(3);
    private static final int SOME = 10;
    private static final int LOOK_MILLIS = 250;
    private static final int SAMPLE_SECONDS = 10;
    private static final int SAMPLES = 360;

    private final Journal journal;
    private final Supplier<Books> books;
    private final Clock clock;
    private final Figures figures = new Figures();
    private final Map<String, String> seen = new HashMap<>();
    private final Deque<ObjectNode> ages = new ArrayDeque<>();
    private final ScheduledExecutorService eyes = Executors.newSingleThreadScheduledExecutor(look -> {
        var thread = new Thread(look, "lookout");
        thread.setDaemon(true);
        return thread;
    });

    Lookout(Journal journal, Supplier<Books> books, Clock clock) {
        this.journal = journal;
        this.books = books;
        this.clock = clock;
    }

    void start() {
        // Neither ends by itself, and what fails in them is told where it fails.
        var unusedLook = eyes.scheduleWithFixedDelay(() -> safely(this::look), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var unusedSample = eyes.scheduleWithFixedDelay(() -> safely(this::sample), 0, SAMPLE_SECONDS, TimeUnit.SECONDS);
    }

    /** How old the oldest unknown agreement was, oldest sample first. */
    ArrayNode ages() {
        var copy = Json.object().arrayNode();
        synchronized (ages) {
            ages.forEach(copy::add);
        }
        return copy;
    }

    private void look() {
        var moving = journal.moving(LATELY, SOME);
        moving.forEach(
                number -> books.get().agreement(number).ifPresent(agreement -> tellIfNew(number, "state", agreement)));
        seen.keySet().removeIf(number -> !number.isEmpty() && !moving.contains(number));
        if (journal.followed() > 0) {
            tellIfNew(Journal.ALL, "figures", figures.read());
        }
    }

    private void tellIfNew(String number, String kind, ObjectNode data) {
        var text = Json.write(data);
        if (!text.equals(seen.put(number, text))) {
            journal.add(number, kind, data);
        }
    }

    private void sample() {
        var now = clock.instant();
        var since = books.get().counts().path("oldestUnknown").textValue();
        var seconds =
                since == null ? 0 : Duration.between(Instant.parse(since), now).toSeconds();
        synchronized (ages) {
            ages.add(Json.object().put("at", now.toString()).put("seconds", Math.max(0, seconds)));
            if (ages.size() > SAMPLES) {
                ages.remove();
            }
        }
    }

    /** A look that fails is not the last one. */
    private static void safely(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException blind) {
            LOG.debug("The pages could not look: {}", blind.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        eyes.shutdownNow();
    }
}
