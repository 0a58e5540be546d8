package org.paysign.unsign;

import java.util.Optional;
import org.paysign.agreement.State;
import org.paysign.merchant.Merchant;
import org.paysign.store.Agreement;

/**
 * An unsign request whose form was checked.
 *
 * @param externalAgreementNo empty if the agreement is named otherwise
 * @param agreementNo Alipay's own number; empty if the agreement is named otherwise, until work on it begins
 * @param digest of the content as it came
 * @param answer the reply of an earlier delivery, empty if this is the first
 * @param agreement what it names, once that was looked up
 */
record UnsignRequest(
        String requestId,
        Merchant merchant,
        String externalAgreementNo,
        String agreementNo,
        String digest,
        Optional<String> answer,
        Optional<Agreement> agreement) {

    UnsignRequest withAnswer(String reply) {
        return new UnsignRequest(
                requestId, merchant, externalAgreementNo, agreementNo, digest, Optional.of(reply), agreement);
    }

    UnsignRequest about(Agreement found) {
        return new UnsignRequest(
                requestId, merchant, externalAgreementNo, agreementNo, digest, answer, Optional.of(found));
    }

    UnsignRequest meaning(String number) {
        return new UnsignRequest(requestId, merchant, externalAgreementNo, number, digest, answer, agreement);
    }

    /** Whether it was answered before; asked by the route. */
    public boolean isAnswered() {
        return answer.isPresent();
    }

    /** Whether the very agreement that is meant is in force; asked by the route. */
    public boolean isSigned() {
        return agreement.orElseThrow().state() == State.SIGNED && !isFollowed();
    }

    /** Whether the agreement that is meant has ended already, its number perhaps signed again; asked by the route. */
    public boolean isOver() {
        return agreement.orElseThrow().state() == State.ENDED || isFollowed();
    }

    private boolean isFollowed() {
        return !agreement.orElseThrow().agreementNo().equals(agreementNo);
    }

    /** Short: the answer is the requester's. */
    @Override
    public String toString() {
        return "UnsignRequest[" + requestId + "]";
    }
}
