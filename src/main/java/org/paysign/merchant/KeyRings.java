package org.paysign.merchant;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.paysign.merchant.KeyRing.Profile;
import org.paysign.signature.CertificateFile;
import org.paysign.signature.Rsa;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.SignType;
import org.paysign.signature.Sm2;

/** Reads the public keys of every profile of a folder, whatever is wrong with it. */
public final class KeyRings {

    private static final String APP_KEY = "app-private-key";
    private static final String ALIPAY_KEY = "alipay-public-key";

    private final Settings settings;
    private final SignType type;

    private KeyRings(Settings settings) {
        this.settings = settings;
        this.type = or(() -> settings.required("sign-type", SignType::valueOf, "?"), SignType.RSA2);
    }

    /**
     * Reads every file of the folder.
     *
     * @param now tells which certificates have ended
     * @throws IllegalStateException if the folder cannot be read
     */
    public static List<KeyRing> read(Path folder, UnaryOperator<String> placeholders, Instant now) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .map(file -> ring(file, placeholders, now))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read the merchants folder " + folder
                    + ": name the folder of application.properties with --config, or set paysign.merchants.dir");
        }
    }

    private static KeyRing ring(Path file, UnaryOperator<String> placeholders, Instant now) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.properties$", "");
        Optional<String> fault = Optional.empty();
        try {
            // Checked, not used: no library is loaded for that.
            MerchantFile.read(file, placeholders, now, Rsa.jdk());
        } catch (IllegalStateException refused) {
            fault = Optional.of(String.valueOf(refused.getMessage()));
        }
        try {
            return new KeyRings(Settings.of(file, placeholders)).ring(name, fault);
        } catch (IllegalStateException unreadable) {
            Profile nothing = new Profile(name, "", SignType.RSA2, StandardCharsets.UTF_8, Optional.empty());
            return new KeyRing(nothing, List.of(), List.of(), fault);
        }
    }

    private KeyRing ring(String name, Optional<String> fault) {
        Charset charset = or(() -> settings.required("charset", Charset::forName, "?"), StandardCharsets.UTF_8);
        String appId = or(() -> settings.required("app-id", value -> value, "?"), "");
        Optional<URI> gateway = or(() -> settings.optional("gateway-url", URI::create, "?"), Optional.empty());
        List<RingKey> app = new ArrayList<>(keys(APP_KEY, this::publicHalf));
        app.addAll(keys(CertificateFiles.APP, text -> certificate(CertificateFiles.APP, text)));
        List<RingKey> alipay = new ArrayList<>(keys(ALIPAY_KEY, this::bare));
        alipay.addAll(keys(CertificateFiles.ALIPAY, text -> certificate(CertificateFiles.ALIPAY, text)));
        return new KeyRing(new Profile(name, appId, type, charset, gateway), app, alipay, fault);
    }

    private List<RingKey> keys(String setting, Function<String, RingKey> read) {
        return settings.has(setting)
                ? or(() -> settings.requiredFiles(setting, file -> read.apply(file.text())), List.of())
                : List.of();
    }

    private RingKey publicHalf(String text) {
        if (type == SignType.SM2) {
            return new RingKey(APP_KEY, Sm2.publicHalf(text), Optional.empty(), Optional.empty());
        }
        return RingKey.of(APP_KEY, RsaKeys.publicHalf(RsaKeys.privateKey(text)));
    }

    private RingKey bare(String text) {
        if (type == SignType.SM2) {
            String bare = text.replaceAll("-----[A-Z0-9 ]+-----|\\s", "");
            return new RingKey(ALIPAY_KEY, bare, Optional.empty(), Optional.empty());
        }
        return RingKey.of(ALIPAY_KEY, RsaKeys.publicKey(text));
    }

    private static RingKey certificate(String setting, String text) {
        CertificateFile file = CertificateFile.of(text);
        X509Certificate leaf = file.leaf();
        RingKey key = RingKey.of(setting, leaf.getPublicKey());
        return new RingKey(
                setting,
                key.bare(),
                Optional.of(file.serial()),
                Optional.of(leaf.getNotAfter().toInstant()));
    }

    /** What cannot be read is left out: the fault of the profile tells it. */
    private static <T> T or(Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (IllegalStateException | IllegalArgumentException | NoClassDefFoundError unreadable) {
            return otherwise;
        }
    }
}
