package org.paysign.result;

import org.paysign.merchant.Merchant;
import org.paysign.store.Agreement;

/**
 * What a client got from my.paySignCenter, for an agreement that is stored.
 *
 * @param resultStatus as told, empty if none
 * @param text the {@code result} exactly as the client got it, empty if none
 */
record SignResult(Merchant merchant, Agreement agreement, String resultStatus, String text) {

    /** Without the text, which is personal. */
    @Override
    public String toString() {
        return "SignResult[" + agreement.id() + ", " + resultStatus + "]";
    }
}
