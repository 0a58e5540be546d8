package org.paysign.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.paysign.broker.BrokerPulse;
import org.paysign.queue.ParkedMessages;
import org.paysign.store.Counts;
import org.paysign.store.Tally;

/**
 * What stands in the database and on the broker, for consoles that ask every second: a few seconds old at most, or as
 * many as keep the counting cheap. It never hangs: who asks in vain gets an {@link IllegalStateException}. Safe for use
 * by several threads.
 */
public final class Census implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Fresh<Counts> counts;
    private final Fresh<ParkedMessages.Shelf> parked;
    private final Fresh<Map<String, Long>> broker;

    public Census(Tally tally, ParkedMessages parked, BrokerPulse pulse, Clock clock) {
        this.counts = new Fresh<>("database", clock, PATIENCE, tally::count);
        this.parked = new Fresh<>("broker, asked for parked messages,", clock, PATIENCE, parked::look);
        this.broker = new Fresh<>("broker", clock, PATIENCE, pulse::feel);
    }

    /** What is stored. */
    Counts counts() {
        return counts.get();
    }

    /** What is parked on the broker. */
    ParkedMessages.Shelf parked() {
        return parked.get();
    }

    /** How many messages lie on each queue; throws if the broker does not answer. */
    Map<String, Long> broker() {
        return broker.get();
    }

    @Override
    public void close() {
        counts.close();
        parked.close();
        broker.close();
    }
}
