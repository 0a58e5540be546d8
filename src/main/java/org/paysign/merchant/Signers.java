package org.paysign.merchant;

import org.paysign.signature.Signer;

/** Who may sign in a merchant's name; safe for use by several threads. */
public interface Signers {

    /** The signer with the merchant's private key. */
    Signer signer(Merchant merchant);
}
