package org.paysign.merchant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paysign.signature.ContentCipher;
import org.paysign.signature.Signer;

/**
 * What a merchant proves itself with. It travels with the profile, so that one request never mixes keys, but only this room
 * can open it: who signs has to be given {@link Signers}.
 *
 * @param signer signs with the app's private key
 * @param parameters public parameters that come from keys: serials of certificates, the authorisation token
 * @param cipher encrypts {@code biz_content}, if the merchant wants that
 * @param expiries when the certificates end
 */
record Credentials(
        Optional<Signer> signer,
        Map<String, String> parameters,
        Optional<ContentCipher> cipher,
        List<KeyExpiry> expiries) {

    Credentials {
        parameters = Map.copyOf(parameters);
        expiries = List.copyOf(expiries);
    }

    /** Nothing: such a profile verifies and cannot sign. */
    static Credentials none() {
        return new Credentials(Optional.empty(), Map.of(), Optional.empty(), List.of());
    }

    /** Never shows anything: the token is a secret as the key is. */
    @Override
    public String toString() {
        return "Credentials";
    }
}
