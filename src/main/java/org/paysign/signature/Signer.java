package org.paysign.signature;

/** Signs with the merchant's private key; safe for use by several threads. */
public interface Signer {

    /**
     * Signs the text in the merchant's charset.
     *
     * @return standard Base64 without line breaks
     */
    String sign(String content);
}
