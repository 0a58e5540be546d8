package org.paysign.signature;

/** Alipay's {@code sign_type}: which algorithm goes with the keys. */
public enum SignType {
    /** SHA-1, for old apps with 1024-bit keys. */
    RSA("SHA1withRSA"),
    /** SHA-256, what Alipay asks of every new app. */
    RSA2("SHA256withRSA"),
    /** SM3 with SM2 keys, by {@link Sm2} alone. */
    SM2("SM3withSM2");

    private final String algorithm;

    SignType(String algorithm) {
        this.algorithm = algorithm;
    }

    String algorithm() {
        return algorithm;
    }
}
