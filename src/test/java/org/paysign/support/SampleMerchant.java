package org.paysign.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;
import org.paysign.signature.HmacSigner;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.RsaSigner;
import org.paysign.signature.RsaVerifier;
import org.paysign.signature.SignType;
import org.paysign.signature.Signer;

/** A merchant that keeps every rule, to break one thing at a time; its keys are the throw-away ones. */
public record SampleMerchant(
        SignType type, Charset charset, String notifyUrl, Map<String, String> outcomes, String webhookSecret) {

    public static final String APP_ID = "2021000000000001";

    /** RSA2 in UTF-8, with a notify URL, without endpoints and webhook secret of its own. */
    public static SampleMerchant valid() {
        return new SampleMerchant(
                SignType.RSA2, StandardCharsets.UTF_8, "https://shop.example/alipay/notify", Map.of(), "");
    }

    public SampleMerchant withType(SignType other) {
        return new SampleMerchant(other, charset, notifyUrl, outcomes, webhookSecret);
    }

    public SampleMerchant withCharset(String other) {
        return new SampleMerchant(type, Charset.forName(other), notifyUrl, outcomes, webhookSecret);
    }

    public SampleMerchant withoutNotifyUrl() {
        return new SampleMerchant(type, charset, "", outcomes, webhookSecret);
    }

    public SampleMerchant withOutcomes(Map<String, String> other) {
        return new SampleMerchant(type, charset, notifyUrl, other, webhookSecret);
    }

    public SampleMerchant withWebhookSecret(String other) {
        return new SampleMerchant(type, charset, notifyUrl, outcomes, other);
    }

    /** The merchant's own key pair, {@code app} or {@code app1024}. */
    public String keyName() {
        return type == SignType.RSA ? "app1024" : "app";
    }

    public Signer signer() {
        return new RsaSigner(RsaKeys.privateKey(Vectors.key(keyName() + ".pkcs8")), type, charset);
    }

    public Merchant profile() {
        return new Merchant(
                "shop",
                APP_ID,
                type,
                charset,
                URI.create("https://openapi.alipay.com/gateway.do"),
                Optional.of(notifyUrl).filter(url -> !url.isEmpty()),
                JsonNodeFactory.instance.objectNode(),
                outcomes,
                Optional.of(webhookSecret).filter(secret -> !secret.isEmpty()).map(HmacSigner::of),
                new RsaVerifier(RsaKeys.publicKey(Vectors.key("ali.spki")), type, charset));
    }

    /** A directory with this merchant alone. */
    public Merchants alone() {
        Merchant profile = profile();
        return name -> name.isEmpty() || name.equals("shop") ? Optional.of(profile) : Optional.empty();
    }
}
