package org.paysign.signature;

/** Verifies with Alipay's public key; holds no private key; safe for use by several threads. */
public interface Verifier {

    /**
     * Tells whether Alipay signed exactly this text.
     *
     * @param signature standard Base64; anything that is not gives false, never an exception
     */
    boolean verify(String content, String signature);
}
