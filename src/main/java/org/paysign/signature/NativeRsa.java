package org.paysign.signature;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The native library, or why it is not used.
 *
 * @see <a href="https://github.com/corretto/amazon-corretto-crypto-provider">Amazon Corretto Crypto Provider</a>
 */
record NativeRsa(Optional<Provider> provider, String why) {

    static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    /** As any library, loaded once a JVM, and when it is asked for. */
    private static final class Loaded {
        static final NativeRsa LIBRARY = load(platform(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    static NativeRsa ofThisMachine() {
        return Loaded.LIBRARY;
    }

    /** The library for a machine such as {@code linux-x86_64}, from the jar on the class path that is named after it. */
    static NativeRsa load(String platform) {
        try {
            List<Path> jars = jars();
            return jars.stream()
                    .filter(jar -> String.valueOf(jar.getFileName()).endsWith("-" + platform + ".jar"))
                    .findFirst()
                    .map(NativeRsa::load)
                    .orElse(missing("there is no library for " + platform + " among " + jars.size()));
        } catch (IOException unreadable) {
            return missing("the class path cannot be read");
        }
    }

    private static List<Path> jars() throws IOException {
        ClassLoader ours = NativeRsa.class.getClassLoader();
        return Collections.list(ours.getResources(PROVIDER.replace('.', '/') + ".class")).stream()
                .flatMap(found -> jar(found).stream())
                .toList();
    }

    /** The file of a class; none, if it is no file that could be loaded from. */
    private static Optional<Path> jar(URL found) {
        try {
            return found.openConnection() instanceof JarURLConnection inJar
                    ? Optional.of(Path.of(inJar.getJarFileURL().toURI()))
                    : Optional.empty();
        } catch (IOException | URISyntaxException | IllegalArgumentException elsewhere) {
            return Optional.empty();
        }
    }

    /** Loads the library of a jar and proves that it works. */
    static NativeRsa load(Path jar) {
        try {
            Class<?> type = new JarClasses(jar).loadClass(PROVIDER);
            Provider provider = (Provider) type.getConstructor().newInstance();
            Object error = type.getMethod("getLoadingError").invoke(provider);
            return error == null ? proven(provider) : missing(String.valueOf(error));
        } catch (IOException | ReflectiveOperationException | LinkageError | RuntimeException broken) {
            return missing(String.valueOf(broken));
        }
    }

    /** The provider, if it signs and verifies as this Java does. */
    static NativeRsa proven(Provider provider) {
        try {
            return Probe.isAsTheJdks(provider)
                    ? new NativeRsa(Optional.of(provider), "")
                    : missing(provider.getInfo() + " signs or verifies wrongly");
        } catch (GeneralSecurityException | LinkageError | RuntimeException broken) {
            return missing(provider.getInfo() + " fails: " + broken);
        }
    }

    /** What a machine is called in the names of the jars. */
    static String platform(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "osx" : system.toLowerCase(Locale.ROOT);
        return os.replaceAll("[^a-z]", "")
                + "-"
                + switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "aarch_64";
                    default -> processor;
                };
    }

    private static NativeRsa missing(String why) {
        return new NativeRsa(Optional.empty(), why);
    }
}
