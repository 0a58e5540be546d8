package org.paysign.store;

import org.jspecify.annotations.Nullable;
import org.quartz.JobPersistenceException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;

/**
 * Quartz's tables without its endless patience: it tells its store last that everything is to end, and until then tries
 * again for ever, so that a process could not be stopped while the database is away. Made by Quartz.
 */
@SuppressWarnings("unchecked") // JobStoreTX overrides a generic method without its type
public final class TimetableStore extends JobStoreTX {

    private volatile boolean paused;

    /** The first that happens when a scheduler is shut down. */
    @Override
    public void schedulerPaused() {
        paused = true;
        super.schedulerPaused();
    }

    @Override
    public void schedulerResumed() {
        paused = false;
        super.schedulerResumed();
    }

    @Override
    protected <T> T executeInNonManagedTXLock(
            @Nullable String lock, TransactionCallback<T> work, @Nullable TransactionValidator<T> check)
            throws JobPersistenceException {
        try {
            return super.executeInNonManagedTXLock(lock, work, check);
        } catch (JobPersistenceException | RuntimeException failure) {
            if (paused) {
                // The pause before the next try ends at once, and with it the tries.
                Thread.currentThread().interrupt();
            }
            throw failure;
        }
    }
}
