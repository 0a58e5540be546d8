package org.paysign.store;

import java.time.Instant;
import org.paysign.agreement.AgreementKey;

/**
 * One thing that was learnt about an agreement, without the personal part of it.
 *
 * @param at by the database's clock
 * @param heard what: the word the signal is stored under, and its resultStatus, evidence or status
 * @param state of the agreement as it is now
 * @param version of the agreement's latest outcome, 0 if it has none
 */
public record JournalEntry(
        long number, Instant at, AgreementKey key, String requestId, String heard, String state, int version) {}
