package org.paysign.merchant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.paysign.signature.SignType;
import org.paysign.signature.Signer;
import org.paysign.signature.Verifier;

/**
 * A merchant's profile as configured, without its private key.
 *
 * @param name the profile's name, the {@code merchant} of messages
 * @param charset UTF-8 or GBK, what is signed and sent in
 * @param gateway Alipay's {@code gateway.do}
 * @param defaults {@code biz_content} fields that lie under those of a request
 * @param outcomes endpoint URIs that replace the bundle's, by {@code success}, {@code retry}, {@code cancel}, {@code ended}
 * @param webhooks signs what is delivered to the merchant, if a secret is configured
 * @param alipay verifies what Alipay signed
 */
public record Merchant(
        String name,
        String appId,
        SignType signType,
        Charset charset,
        URI gateway,
        Optional<String> notifyUrl,
        ObjectNode defaults,
        Map<String, String> outcomes,
        Optional<Signer> webhooks,
        Verifier alipay) {

    public Merchant {
        defaults = defaults.deepCopy();
        outcomes = Map.copyOf(outcomes);
    }

    /** A copy: JSON trees can be changed, profiles cannot. */
    @Override
    public ObjectNode defaults() {
        return defaults.deepCopy();
    }

    /** Short: profiles hold personal and secret things. */
    @Override
    public String toString() {
        return "Merchant[" + name + "]";
    }
}
