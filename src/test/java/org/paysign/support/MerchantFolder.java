package org.paysign.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.paysign.merchant.MerchantDirectory;

/** A merchants folder with the one file {@code shop.properties} that keeps every rule, to break one thing at a time. */
public record MerchantFolder(Path folder, Map<String, String> settings) {

    /** In an empty folder. */
    public static MerchantFolder valid(Path folder) {
        return new MerchantFolder(
                        folder,
                        Map.of(
                                "app-id", SampleMerchant.APP_ID,
                                "sign-type", "RSA2",
                                "charset", "UTF-8",
                                "gateway-url", "https://openapi.alipay.com/gateway.do"))
                .withKey("app-private-key", Vectors.key("app.pkcs8"))
                .withKey("alipay-public-key", Vectors.key("ali.spki"));
    }

    public MerchantFolder with(String key, String value) {
        Map<String, String> copy = new TreeMap<>(settings);
        copy.put(key, value);
        return new MerchantFolder(folder, copy);
    }

    public MerchantFolder without(String key) {
        Map<String, String> copy = new TreeMap<>(settings);
        copy.remove(key);
        return new MerchantFolder(folder, copy);
    }

    /** Puts a text into a file and its path under the key. */
    public MerchantFolder withKey(String key, String text) {
        return withKey(key, text.getBytes(StandardCharsets.UTF_8));
    }

    public MerchantFolder withKey(String key, byte[] content) {
        Path file = folder.resolve(key + "." + Arrays.hashCode(content) + ".txt");
        write(file, content);
        return with(key, file.toString());
    }

    /** The file, written as it stands now. */
    public Path file() {
        String text = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The file with any content. */
    public Path file(byte[] content) {
        Path file = folder.resolve("shop.properties");
        write(file, content);
        return file;
    }

    public MerchantDirectory load() {
        return load(UnaryOperator.identity());
    }

    public MerchantDirectory load(UnaryOperator<String> placeholders) {
        file();
        return MerchantDirectory.load(folder.toString(), placeholders, Clock.systemUTC());
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
            // Refused if everybody may read it.
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rw-r-----"));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
