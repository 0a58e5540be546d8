package org.paysign.store;

import java.time.Instant;
import org.paysign.agreement.Verdict;

/** Writes the body of an outcome; called inside the transaction that stores it, so it must not touch the world. */
@FunctionalInterface
public interface OutcomeComposer {

    /**
     * Composes the body that is delivered, at every try the same.
     *
     * @param occurredAt the database's time of the transaction
     */
    String compose(String id, int version, Agreement agreement, Verdict verdict, Instant occurredAt);
}
