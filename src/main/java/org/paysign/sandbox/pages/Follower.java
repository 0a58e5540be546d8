package org.paysign.sandbox.pages;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.paysign.sandbox.Feed;

/** One page that looks on, told in server-sent events. */
final class Follower implements Feed {

    private static final int BEHIND = 2_000;
    private static final int AWAKE_SECONDS = 5;
    private static final Journal.Event END = new Journal.Event(0, "end", "", Instant.EPOCH);

    private final BlockingQueue<Journal.Event> waiting = new LinkedBlockingQueue<>(BEHIND);
    private final String number;
    private final Consumer<Follower> leave;

    Follower(String number, Consumer<Follower> leave) {
        this.number = number;
        this.leave = leave;
    }

    String number() {
        return number;
    }

    /** A page that is too far behind is cut off, and asks again for what it missed. */
    void offer(Journal.Event event) {
        if (!waiting.offer(event)) {
            end();
        }
    }

    void end() {
        waiting.clear();
        waiting.add(END);
    }

    @Override
    public Optional<String> next() throws InterruptedException {
        var event = waiting.poll(AWAKE_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
            return Optional.of(":\n\n");
        }
        return event.equals(END)
                ? Optional.empty()
                : Optional.of("id: " + event.id() + "\nevent: " + event.kind() + "\ndata: " + event.json() + "\n\n");
    }

    @Override
    public void close() {
        leave.accept(this);
    }
}
