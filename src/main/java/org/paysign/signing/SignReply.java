package org.paysign.signing;

import java.util.List;

/** The sign reply of the contract. */
record SignReply(
        String requestId,
        String merchant,
        String externalAgreementNo,
        String signStr,
        boolean supported,
        String launchUrl,
        String issuedAt,
        List<String> warnings) {

    /** Without the signStr, which holds personal data and a signature. */
    @Override
    public String toString() {
        return "SignReply[" + requestId + "]";
    }
}
