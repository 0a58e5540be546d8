package org.paysign.monitoring;

import org.paysign.agreement.State;

/** Answers an operator through {@link AgreementsMXBean}; safe for use by several threads. */
public final class AgreementsDesk implements AgreementsMXBean {

    private final Census census;
    private final Incidents incidents;
    private final Operations operations;
    private final MerchantBeans merchants;

    public AgreementsDesk(Census census, Incidents incidents, Operations operations, MerchantBeans merchants) {
        this.census = census;
        this.incidents = incidents;
        this.operations = operations;
        this.merchants = merchants;
    }

    @Override
    public long getIssued() {
        return census.counts().agreements(State.ISSUED);
    }

    @Override
    public long getUnknown() {
        return census.counts().agreements(State.UNKNOWN);
    }

    @Override
    public long getSigned() {
        return census.counts().agreements(State.SIGNED);
    }

    @Override
    public long getCancelled() {
        return census.counts().agreements(State.CANCELLED);
    }

    @Override
    public long getFailed() {
        return census.counts().agreements(State.FAILED);
    }

    @Override
    public long getEnded() {
        return census.counts().agreements(State.ENDED);
    }

    @Override
    public long getOldestUnknownSeconds() {
        return census.counts().oldestUnknown().toSeconds();
    }

    @Override
    public long getOutcomesPending() {
        return census.counts().outcomes("PENDING");
    }

    @Override
    public long getOldestOutcomeSeconds() {
        return census.counts().oldestPending().toSeconds();
    }

    @Override
    public long getOutcomesParked() {
        return census.counts().outcomes("PARKED");
    }

    @Override
    public long getOutcomesDelivered() {
        return census.counts().outcomes("DELIVERED");
    }

    @Override
    public long getNotifiesRefused() {
        return incidents.noticesRefused();
    }

    @Override
    public long getResultsUnproven() {
        return incidents.resultsUnproven();
    }

    @Override
    public long getLateWritesRefused() {
        return incidents.lateWritesRefused();
    }

    @Override
    public String getSignatureProvider() {
        return merchants.signatureProvider();
    }

    @Override
    public String getWork() {
        return operations.errands().current().name();
    }

    @Override
    public long getWorkDone() {
        return operations.errands().current().done();
    }

    @Override
    public long getWorkTotal() {
        return operations.errands().current().total();
    }

    @Override
    public double getWorkPerSecond() {
        return operations.errands().current().rate();
    }

    @Override
    public long getWorkSecondsLeft() {
        return operations.errands().current().secondsLeft();
    }

    @Override
    public String getLastWork() {
        return operations.errands().last();
    }

    @Override
    public String pollNow() {
        return operations.upkeep().pollNow();
    }

    @Override
    public String reconcileNow() {
        return operations.upkeep().reconcileNow();
    }

    @Override
    public String retireNow() {
        return operations.upkeep().retireNow();
    }

    @Override
    public String query(String merchant, String externalAgreementNo) {
        return operations.query(merchant, externalAgreementNo);
    }

    @Override
    public String replayOutcomes() {
        return operations.upkeep().replayOutcomes();
    }

    @Override
    public String replayParked(int max) {
        return operations.replayParked(max);
    }

    @Override
    public String cancelWork() {
        return operations.errands().giveUp();
    }

    @Override
    public String reloadMerchants() {
        return merchants.reload();
    }
}
