package org.paysign.store;

import java.util.Set;
import java.util.stream.Collectors;
import org.paysign.agreement.Signal;
import org.paysign.agreement.Verdict;
import org.paysign.log.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the log what has happened, when it has: after the commit, and not at all after a rollback. */
final class Happened {

    private static final Logger LOG = LoggerFactory.getLogger(Happened.class);

    private Happened() {}

    /** To be called inside the transaction. */
    static void tell(Event event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tellNow(event);
            }
        });
    }

    /** To be called after the commit. */
    static void tellNow(Event event) {
        event.info(LOG);
    }

    /** What was learnt, and what became of the agreement. */
    static Event event(Agreement before, Set<Signal> learnt, Verdict verdict) {
        boolean issued = learnt.stream().anyMatch(Signal.Issued.class::isInstance);
        boolean changed = before.state() != verdict.state();
        return before.event(issued ? "agreement.issued" : changed ? "agreement.changed" : "agreement.learnt")
                .with("agreementNo", verdict.agreementNo())
                .with(
                        "signal",
                        learnt.stream()
                                .map(signal -> signal.getClass().getSimpleName())
                                .sorted()
                                .collect(Collectors.joining("+")))
                .with("from", before.state())
                .with("to", verdict.state())
                .with("evidence", verdict.evidence().map(Enum::name).orElse(""));
    }
}
