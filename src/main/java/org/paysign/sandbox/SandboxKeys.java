package org.paysign.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.regex.Pattern;

/**
 * The two RSA pairs of one sandbox merchant, kept as PEM files in {@code directory}: {@code app-private-key.pem},
 * {@code app-public-key.pem}, {@code alipay-private-key.pem} and {@code alipay-public-key.pem}.
 */
public record SandboxKeys(Path directory, KeyPair app, KeyPair alipay) {

    private static final Pattern MERCHANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    /**
     * Reads the pairs under {@code <dataDir>/keys/<merchant>/}; a pair of which a file is missing is made again. A file
     * that is no key, or two files that do not belong together, stop the start: they are somebody's work.
     */
    public static SandboxKeys of(Path dataDir, String merchant) {
        if (!MERCHANT.matcher(merchant).matches()) {
            throw new IllegalArgumentException(
                    "merchant must be 1-64 of A-Z a-z 0-9 _ . - and start with a letter or digit");
        }
        var directory = dataDir.resolve("keys").resolve(merchant);
        try {
            Files.createDirectories(directory, Pem.mode("rwx------"));
            return new SandboxKeys(directory, pair(directory, "app"), pair(directory, "alipay"));
        } catch (IOException e) {
            throw new UncheckedIOException("Keys of the sandbox cannot be kept in " + directory, e);
        }
    }

    private static KeyPair pair(Path directory, String owner) throws IOException {
        var privatePem = new Pem(directory.resolve(owner + "-private-key.pem"), "PRIVATE KEY");
        var publicPem = new Pem(directory.resolve(owner + "-public-key.pem"), "PUBLIC KEY");
        if (!Files.exists(privatePem.file()) || !Files.exists(publicPem.file())) {
            make(privatePem, publicPem);
        }
        return read(privatePem, publicPem);
    }

    /** Removes before it writes: a crash in between leaves a pair that is missing a file, never one that is mixed. */
    private static void make(Pem privatePem, Pem publicPem) throws IOException {
        Files.deleteIfExists(privatePem.file());
        Files.deleteIfExists(publicPem.file());
        var pair = newPair();
        privatePem.write(pair.getPrivate().getEncoded(), "rw-------");
        publicPem.write(pair.getPublic().getEncoded(), "rw-r--r--");
    }

    private static KeyPair read(Pem privatePem, Pem publicPem) throws IOException {
        try {
            var keys = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(privatePem.read()));
            var open = (RSAPublicKey) keys.generatePublic(new X509EncodedKeySpec(publicPem.read()));
            if (secret.getModulus().equals(open.getModulus())) {
                return new KeyPair(open, secret);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause is left out on purpose: its text may hold a part of the file.
        }
        throw new IllegalStateException(privatePem.file() + " and "
                + publicPem.file().getFileName() + " are not one RSA pair: delete both to have new ones made");
    }

    static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java makes no RSA keys", e);
        }
    }

    @Override
    public String toString() {
        return "SandboxKeys[" + directory + "]";
    }
}
