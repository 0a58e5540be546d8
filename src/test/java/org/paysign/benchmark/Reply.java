package org.paysign.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came back for a sign request. */
record Reply(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(String text) {
        try {
            return new Reply(JSON.readTree(text));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A reply is no JSON: " + text, unreadable);
        }
    }

    String requestId() {
        return json.path("requestId").asText();
    }

    /** Verifies the signature with nothing of PaySign's: the JDK's own provider, and the text joined here. */
    void check(Path keys) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair :
                URLDecoder.decode(json.path("signStr").asText(), UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        byte[] sign = Base64.getDecoder().decode(String.valueOf(parameters.remove("sign")));
        String content = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        if (!fits(keys.resolve("app-private-key.pem"), content, sign)) {
            throw new IllegalStateException("The signature of " + requestId() + " does not fit");
        }
    }

    private static boolean fits(Path privateKey, String content, byte[] sign) {
        try {
            String base64 = Files.readString(privateKey).replaceAll("-----[^-]*-----|\\s", "");
            KeyFactory keys = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            Signature verifier = Signature.getInstance("SHA256withRSA", "SunRsaSign");
            verifier.initVerify(keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
            verifier.update(content.getBytes(UTF_8));
            return verifier.verify(sign);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The key of the demo is not usable", unusable);
        }
    }
}
