package org.paysign.sandbox;

import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application the fake Alipay knows: {@code signType} is RSA2 or RSA, {@code charset} UTF-8 or GBK; what the
 * application signs is checked with {@code appPublicKey}, what Alipay answers is signed with {@code alipayPrivateKey}. The {@code gatewayUrl} is the address Alipay
 * sends notices to that no request names one for; without it they go where the signed request wanted them. With
 * {@code certificates} the application is in certificate mode.
 */
public record FakeApp(
        String merchant,
        String appId,
        String signType,
        String charset,
        PublicKey appPublicKey,
        PrivateKey alipayPrivateKey,
        @Nullable String gatewayUrl,
        @Nullable SandboxCertificates certificates) {

    public FakeApp {
        if (appId.isBlank()) {
            throw new IllegalArgumentException("appId of merchant " + merchant + " must not be blank");
        }
        if (!Set.of("RSA2", "RSA").contains(signType)) {
            throw new IllegalArgumentException("signType of merchant " + merchant + " must be RSA2 or RSA");
        }
        if (!Set.of("UTF-8", "GBK").contains(charset)) {
            throw new IllegalArgumentException("charset of merchant " + merchant + " must be UTF-8 or GBK");
        }
    }

    /** An application whose pairs are the sandbox's own. */
    public static FakeApp of(String merchant, String appId, String signType, String charset, SandboxKeys keys) {
        return new FakeApp(
                merchant,
                appId,
                signType,
                charset,
                keys.app().getPublic(),
                keys.alipay().getPrivate(),
                null,
                null);
    }

    /** The application with the address its merchant entered at Alipay. */
    public FakeApp withGatewayUrl(String url) {
        return new FakeApp(merchant, appId, signType, charset, appPublicKey, alipayPrivateKey, url, certificates);
    }

    /** The application in certificate mode; the certificates are made beside the keys when there are none yet. */
    public FakeApp withCertificates(SandboxKeys keys, Clock clock) {
        return new FakeApp(
                merchant,
                appId,
                signType,
                charset,
                appPublicKey,
                alipayPrivateKey,
                gatewayUrl,
                SandboxCertificates.of(keys, clock));
    }

    /** Whether this application signed the text; a signature that is not plain Base64 never fits. */
    boolean signed(String text, String signature) {
        try {
            var bytes = Base64.getDecoder().decode(signature);
            var verifier = Signature.getInstance(algorithm());
            verifier.initVerify(appPublicKey);
            verifier.update(text.getBytes(encoding()));
            return Base64.getEncoder().encodeToString(bytes).equals(signature) && verifier.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The signature of Alipay under the text, in Base64. */
    String seal(String text) {
        try {
            var signer = Signature.getInstance(algorithm());
            signer.initSign(alipayPrivateKey);
            signer.update(text.getBytes(encoding()));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Alipay key of merchant " + merchant + " cannot sign " + signType, e);
        }
    }

    /** The same application, answered by somebody who has not Alipay's key. */
    FakeApp forged() {
        return new FakeApp(
                merchant,
                appId,
                signType,
                charset,
                appPublicKey,
                SandboxKeys.newPair().getPrivate(),
                gatewayUrl,
                certificates);
    }

    /** In certificate mode: what is wrong with the serials a request names. */
    Optional<Refusal> certificateFault(Map<String, String> params) {
        return certificates == null ? Optional.empty() : certificates.fault(params);
    }

    Charset encoding() {
        return Charset.forName(charset);
    }

    private String algorithm() {
        return signType.equals("RSA2") ? "SHA256withRSA" : "SHA1withRSA";
    }

    @Override
    public String toString() {
        return "FakeApp[" + merchant + ", " + appId + ", " + signType + ", " + charset + "]";
    }
}
