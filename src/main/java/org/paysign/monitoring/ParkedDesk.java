package org.paysign.monitoring;

import java.util.Map;

/** Answers about parked messages; safe for use by several threads. */
public final class ParkedDesk implements ParkedMXBean {

    private final Census census;

    public ParkedDesk(Census census) {
        this.census = census;
    }

    @Override
    public long getMessages() {
        return census.parked().count();
    }

    @Override
    public boolean isMoreThanCounted() {
        return !census.parked().complete();
    }

    @Override
    public Map<String, Long> getByReason() {
        return census.parked().byReason();
    }

    @Override
    public long getOldestSeconds() {
        return census.parked().oldest().toSeconds();
    }
}
