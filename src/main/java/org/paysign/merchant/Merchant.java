package org.paysign.merchant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.paysign.signature.ContentCipher;
import org.paysign.signature.SignType;
import org.paysign.signature.SignedResponse;
import org.paysign.signature.Signer;
import org.paysign.signature.Verifier;

/**
 * A merchant's profile as it was configured when a request began; a reload makes new profiles and leaves this one alone.
 *
 * @param name the profile's name, the {@code merchant} of messages
 * @param charset UTF-8 or GBK, what is signed and sent in
 * @param gateway Alipay's {@code gateway.do}
 * @param defaults {@code biz_content} fields that lie under those of a request
 * @param outcomes endpoint URIs that replace the bundle's, by {@code success}, {@code retry}, {@code cancel}, {@code ended}
 * @param webhooks signs what is delivered to the merchant, if a secret is configured
 * @param alipay verifies what Alipay signed
 * @param credentials what the merchant itself signs with; closed to other rooms
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
        Verifier alipay,
        Credentials credentials) {

    /** Alipay reads timestamps in its own zone, whatever zone the server has. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));

    public Merchant {
        defaults = defaults.deepCopy();
        outcomes = Map.copyOf(outcomes);
    }

    /** A profile that verifies and cannot sign. */
    public Merchant(
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
        this(
                name,
                appId,
                signType,
                charset,
                gateway,
                notifyUrl,
                defaults,
                outcomes,
                webhooks,
                alipay,
                Credentials.none());
    }

    /** A copy: JSON trees can be changed, profiles cannot. */
    @Override
    public ObjectNode defaults() {
        return defaults.deepCopy();
    }

    /**
     * The parameters that every request to Alipay carries, to be signed; {@code biz_content} is encrypted if the profile
     * says so. The map may be added to.
     *
     * @param time of the request, told to Alipay in seconds
     */
    public Map<String, String> parameters(String method, Instant time, String bizContent) {
        Map<String, String> parameters = new TreeMap<>(credentials.parameters());
        parameters.put("app_id", appId);
        parameters.put("method", method);
        parameters.put("charset", charset.name());
        parameters.put("sign_type", signType.name());
        parameters.put("timestamp", TIMESTAMP.format(time));
        parameters.put("version", "1.0");
        Optional<ContentCipher> cipher = credentials.cipher();
        cipher.ifPresent(used -> parameters.put("encrypt_type", ContentCipher.TYPE));
        parameters.put(
                "biz_content", cipher.map(used -> used.encrypt(bizContent)).orElse(bizContent));
        return parameters;
    }

    /** What a text proves that Alipay is said to have signed; an encrypted node is decrypted after it is verified. */
    public SignedResponse read(String text, String node) {
        return credentials
                .cipher()
                .map(cipher -> SignedResponse.read(text, node, alipay, cipher))
                .orElseGet(() -> SignedResponse.read(text, node, alipay));
    }

    /** When this profile's certificates end; empty for bare keys, which do not. */
    public List<KeyExpiry> expiries() {
        return credentials.expiries();
    }

    /** Short: profiles hold personal and secret things. */
    @Override
    public String toString() {
        return "Merchant[" + name + "]";
    }
}
