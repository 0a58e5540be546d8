package org.paysign.merchant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.paysign.support.CertificateForge;

/** A merchants folder whose profile {@code demo} is valid until a test breaks one thing. */
final class ProfileFolder {

    /** Made once: RSA keys take their time. */
    static final CertificateForge APP = new CertificateForge("App", CertificateForge.newPair(), "");

    static final CertificateForge ALIPAY = new CertificateForge("Alipay", CertificateForge.newPair(), "");

    private final Path folder;
    private final Map<String, String> keys = new TreeMap<>();

    private ProfileFolder(Path folder) {
        this.folder = folder;
    }

    static ProfileFolder valid(Path folder) {
        ProfileFolder profile = new ProfileFolder(folder);
        profile.with("app-id", "2021000000000001")
                .with("sign-type", "RSA2")
                .with("charset", "UTF-8")
                .with("gateway-url", "https://gateway.example/gateway.do")
                .withFile("app-private-key", APP.privateKey())
                .withFile("alipay-public-key", ALIPAY.publicKey());
        return profile;
    }

    ProfileFolder with(String key, String value) {
        keys.put(key, value);
        return this;
    }

    ProfileFolder without(String key) {
        keys.remove(key);
        return this;
    }

    /** Names a file with these contents. */
    ProfileFolder withFile(String key, String contents) {
        return with(key, file(key, contents).toString());
    }

    Path file(String name, String contents) {
        try {
            Path file = Files.writeString(folder.resolve(name + ".txt"), contents);
            // Refused if everybody may read it.
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rw-r-----"));
            }
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    ProfileFolder write(String merchant) {
        String text = keys.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
        try {
            Path half = Files.writeString(folder.resolve(merchant + ".half"), text);
            Files.move(
                    half,
                    folder.resolve(merchant + ".properties"),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    MerchantDirectory load(Clock clock) {
        write("demo");
        return MerchantDirectory.load(folder.toString(), value -> value, clock);
    }

    Merchant demo(Clock clock) {
        return load(clock).get("demo");
    }

    Path folder() {
        return folder;
    }
}
