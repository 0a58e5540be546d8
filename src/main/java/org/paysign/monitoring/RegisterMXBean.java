package org.paysign.monitoring;

import java.util.List;

/** What {@code org.paysign:type=Register} offers: agreements one by one, for the verbs {@code tail} and {@code import}. */
@Described("The register of agreements, entry by entry; the verbs tail and import of the command line use it.")
public interface RegisterMXBean {

    @Described("The number of the latest entry.")
    long getLastEntry();

    /** Entries for whoever follows the register. */
    @Described("What was learnt about agreements, behind an entry's number; changes nothing.")
    List<Entry> entriesAfter(
            @Described("The number of the last entry that is known.") long number,
            @Described("How many at most, up to 1000.") int most);

    /** Takes over agreements that PaySign has not issued. */
    @Described(
            "Takes over agreements made before PaySign, as UNKNOWN: Alipay is asked about each and decides. May be pressed"
                    + " twice. Answers a word for each number: adopted, known, or what is wrong with it.")
    List<String> adopt(
            @Described("The merchant's name; empty if there is only one.") String merchant,
            @Described("Their external_agreement_no, up to 500.") List<String> externalAgreementNos,
            @Described("Their personal_product_code.") String personalProductCode,
            @Described("Their sign_scene.") String signScene);

    /** One entry; JMX reads its getters. */
    interface Entry {
        /** Its number. */
        long getNumber();

        /** When it was stored, as ISO 8601 in UTC. */
        String getAt();

        /** The merchant's name. */
        String getMerchant();

        /** The agreement's number. */
        String getExternalAgreementNo();

        /** The sign request it is about. */
        String getRequestId();

        /** What was learnt. */
        String getHeard();

        /** The agreement's state as it is now. */
        String getState();

        /** The version of its latest outcome, 0 without one. */
        int getVersion();
    }
}
