package org.paysign.monitoring;

/**
 * What {@code org.paysign:type=Agreements} offers; the names are a contract with consoles and scripts. Counts are a few
 * seconds old; without a database they fail with a sentence instead of waiting for it.
 */
@Described("The agreements of all merchants and what an operator may do about them.")
public interface AgreementsMXBean {

    @Described("Agreements whose signStr is handed out and of which nothing was heard yet.")
    long getIssued();

    @Described("Agreements that Alipay has to be asked about.")
    long getUnknown();

    @Described("Agreements that are signed and in force.")
    long getSigned();

    @Described("Agreements whose signing the customer cancelled, or let expire.")
    long getCancelled();

    @Described("Agreements whose signing failed.")
    long getFailed();

    @Described("Agreements that were signed and have ended: unsigned or expired.")
    long getEnded();

    @Described("Seconds since which the oldest of the Unknown agreements has been so; 0 if there is none.")
    long getOldestUnknownSeconds();

    @Described("Outcomes that wait for their endpoint to take them.")
    long getOutcomesPending();

    @Described("Seconds since which the oldest of the pending outcomes has waited; 0 if there is none.")
    long getOldestOutcomeSeconds();

    @Described("Outcomes that no endpoint took for days: mend the endpoint, then press replayOutcomes.")
    long getOutcomesParked();

    @Described("Outcomes that were delivered and are still stored.")
    long getOutcomesDelivered();

    @Described("Notices that were refused since the start, because nothing proved that they came from Alipay.")
    long getNotifiesRefused();

    @Described("Results since the start that said signed (7000) without Alipay's proof, so that Alipay was asked.")
    long getResultsUnproven();

    @Described(
            "Writes since the start that came after the end of their claim and were refused: this process was held up.")
    long getLateWritesRefused();

    @Described("Who signs and verifies with RSA: a native library, or Java where none works.")
    String getSignatureProvider();

    @Described("The ordered work that goes on at this moment; empty if there is none.")
    String getWork();

    @Described("Parts of the ordered work that are done.")
    long getWorkDone();

    @Described("Parts the ordered work has.")
    long getWorkTotal();

    @Described("Parts a second.")
    double getWorkPerSecond();

    @Described("Seconds to the end of the ordered work at this rate; -1 while nobody can tell.")
    long getWorkSecondsLeft();

    @Described("What came of the last ordered work since the start.")
    String getLastWork();

    /** Makes what waits to be asked about due. */
    @Described("Has Alipay asked now about every agreement that is to be asked about later; may be pressed twice.")
    String pollNow();

    /** Makes what is signed due to be asked about. */
    @Described("Has Alipay asked now about every signed agreement, whether it is still in force; may be pressed twice.")
    String reconcileNow();

    /** Deletes what has been finished for long. */
    @Described("Deletes what has been finished for paysign.retention.days, as every night; may be pressed twice.")
    String retireNow();

    /** Asks about one agreement and waits for the answer. */
    @Described(
            "Asks Alipay at once about one agreement, lets the answer decide and says in one sentence what came back.")
    String query(
            @Described("The merchant's name; empty if there is only one.") String merchant,
            @Described("The agreement's external_agreement_no.") String externalAgreementNo);

    /** Puts parked outcomes back. */
    @Described("Delivers the parked outcomes again, with the same ids and bytes; may be pressed twice.")
    String replayOutcomes();

    /** Puts parked messages back. */
    @Described("Puts parked messages back to the queues they came from, as they were; may be pressed twice.")
    String replayParked(@Described("How many at most.") int max);

    /** Ends what goes on. */
    @Described(
            "Ends the ordered work after its present part; what is done stays done, and the rest can be ordered again.")
    String cancelWork();

    /** Reads the merchants folder again, all or nothing. */
    @Described("Reads every merchant's file and keys again; with anything wrong, all that is loaded stays.")
    String reloadMerchants();
}
