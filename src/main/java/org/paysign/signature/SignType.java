package org.paysign.signature;

/** Alipay's {@code sign_type}: which digest goes with the RSA key. */
public enum SignType {
    /** SHA-1, for old apps with 1024-bit keys. */
    RSA("SHA1withRSA"),
    /** SHA-256, what Alipay asks of every new app. */
    RSA2("SHA256withRSA");

    private final String algorithm;

    SignType(String algorithm) {
        this.algorithm = algorithm;
    }

    String algorithm() {
        return algorithm;
    }
}
