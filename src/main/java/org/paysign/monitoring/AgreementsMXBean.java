package org.paysign.monitoring;

/** What {@code org.paysign:type=Agreements} offers; the names are a contract with consoles and scripts. */
@Described("The agreements of all merchants and what an operator may do about them.")
public interface AgreementsMXBean {

    /** Reads the merchants folder again, all or nothing. */
    @Described("Reads every merchant's file and keys again; with anything wrong, all that is loaded stays.")
    String reloadMerchants();
}
