package org.paysign.signature;

import java.nio.charset.Charset;
import java.util.Optional;

/** Verifies with Alipay's public key; holds no private key; safe for use by several threads. */
public interface Verifier {

    /**
     * Tells whether Alipay signed exactly this text.
     *
     * @param signature standard Base64; anything that is not gives false, never an exception
     */
    boolean verify(String content, String signature);

    /**
     * The verifier of the certificate that a text names as {@code alipay_cert_sn}.
     *
     * @return empty if it is none of ours; bare keys know no certificates and answer for all
     */
    default Optional<Verifier> withCertificate(String serial) {
        return Optional.of(this);
    }

    /** The same keys for a text that was signed in another charset than the profile's, as notices may be. */
    default Verifier in(Charset charset) {
        return this;
    }
}
