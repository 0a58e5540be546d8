package org.paysign.merchant;

import org.paysign.signature.Signer;

/** Who may sign in a merchant's name; safe for use by several threads. */
public interface Signers {

    /** The signer with the private key that was in force when this profile was read. */
    Signer signer(Merchant merchant);
}
