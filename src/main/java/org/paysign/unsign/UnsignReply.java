package org.paysign.unsign;

/** The reply to an unsign request. */
record UnsignReply(
        String requestId,
        String merchant,
        String externalAgreementNo,
        String agreementNo,
        String state,
        String reason,
        String answeredAt) {}
