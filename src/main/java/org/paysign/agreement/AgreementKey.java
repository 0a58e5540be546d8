package org.paysign.agreement;

/** What names an agreement: the merchant's profile and its {@code external_agreement_no}. */
public record AgreementKey(String merchant, String externalAgreementNo) {
    public AgreementKey {
        if (merchant.isBlank() || externalAgreementNo.isBlank()) {
            throw new IllegalArgumentException("merchant and externalAgreementNo are required");
        }
    }
}
