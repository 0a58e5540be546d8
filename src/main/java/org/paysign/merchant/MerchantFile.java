package org.paysign.merchant;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.paysign.signature.HmacSigner;
import org.paysign.signature.Rsa;
import org.paysign.signature.SignType;

/** One merchant's properties file, read and checked as a whole. */
final class MerchantFile {

    private static final Set<String> OUTCOMES = Set.of("success", "retry", "cancel", "ended");
    private static final Map<String, Charset> CHARSETS =
            Map.of("UTF-8", StandardCharsets.UTF_8, "GBK", Charset.forName("GBK"));

    private final String name;
    private final Settings settings;
    private final Rsa rsa;

    private MerchantFile(String name, Settings settings, Rsa rsa) {
        this.name = name;
        this.settings = settings;
        this.rsa = rsa;
    }

    static Merchant read(Path file, UnaryOperator<String> placeholders, Instant now, Rsa rsa) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.properties$", "");
        if (!name.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw new IllegalStateException(file + ": name the file after the merchant, 1-64 of A-Z a-z 0-9 _ . -");
        }
        return new MerchantFile(name, Settings.of(file, placeholders), rsa).load(now);
    }

    private Merchant load(Instant now) {
        SignType type = settings.required("sign-type", SignType::valueOf, "give RSA2, RSA or SM2");
        Charset charset = settings.required("charset", MerchantFile::charset, "give UTF-8 or GBK");
        KeyFiles.Read keys = new KeyFiles(settings, rsa, type, charset).read(name, now);
        Merchant merchant = new Merchant(
                name,
                settings.required("app-id", MerchantFile::appId, "give the digits Alipay shows for the app"),
                type,
                charset,
                settings.required("gateway-url", MerchantFile::gateway, "give an http(s) URL without a query"),
                settings.optional("notify-url", value -> httpUrl(value).toString(), "give an http(s) URL"),
                settings.tree("default."),
                outcomes(),
                settings.optional("webhook-secret", HmacSigner::of, ""),
                keys.alipay(),
                keys.credentials());
        settings.refuseUnknown();
        return merchant;
    }

    private Map<String, String> outcomes() {
        Map<String, String> endpoints = new TreeMap<>();
        for (String outcome : OUTCOMES) {
            Optional<String> endpoint = settings.optional(
                    "outcome." + outcome,
                    MerchantFile::endpoint,
                    "give a Camel endpoint URI such as https://host/path");
            endpoint.ifPresent(uri -> endpoints.put(outcome, uri));
        }
        return endpoints;
    }

    private static Charset charset(String value) {
        Charset charset = CHARSETS.get(value);
        if (charset == null) {
            throw new IllegalArgumentException();
        }
        return charset;
    }

    private static String appId(String value) {
        if (!value.matches("[0-9]{8,32}")) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static URI httpUrl(String value) {
        URI url = URI.create(value);
        if (!Set.of("http", "https").contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException();
        }
        return url;
    }

    /** The charset is put behind it as its query. */
    private static URI gateway(String value) {
        URI url = httpUrl(value);
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException();
        }
        return url;
    }

    private static String endpoint(String value) {
        if (!value.matches("[a-z][a-z0-9+.-]*:\\S.*")) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
