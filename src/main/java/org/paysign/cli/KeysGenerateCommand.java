package org.paysign.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.merchant.RingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code paysign keys generate}: a new pair for an app. */
@Command(
        name = "generate",
        description = {
            "Makes a pair of RSA keys of 2048 bits: the private one goes into FILE, which only its owner can read and which"
                    + " must not exist; the public one is printed for Alipay's console."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the pair is made", "2:the file exists or cannot be written"})
final class KeysGenerateCommand implements Callable<Integer> {

    private static final String OWNER_ONLY = "rw-------";

    @Mixin
    private Printed printed = new Printed();

    @Parameters(paramLabel = "FILE", description = "where the private key goes, as PEM (PKCS#8)")
    private Path file = Path.of("app-private-key.pem");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws NoSuchAlgorithmException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair pair = rsa.generateKeyPair();
        write(pair.getPrivate().getEncoded());
        String bare = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        RingKey key = new RingKey("app-private-key", bare, Optional.empty(), Optional.empty());
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("privateKeyFile", file.toString())
                .put("publicKey", bare)
                .put("sha256", key.fingerprint());
        printed.print(Objects.requireNonNull(spec).commandLine().getOut(), document, lines(key));
        return ExitCode.OK;
    }

    private List<String> lines(RingKey key) {
        return List.of(
                "The private key is in " + file
                        + ": name it as app-private-key, keep a copy in a safe, show it to nobody.",
                "The app's public key (应用公钥), SHA-256 " + key.fingerprint() + ":",
                "",
                key.bare(),
                "",
                "1. Paste it in Alipay's console: the app → 开发设置 → 接口加签方式 → 公钥, algorithm RSA2.",
                "2. The console then shows Alipay's own key, 支付宝公钥: save that one as the file of alipay-public-key.",
                "   It is another key than the one above; with the wrong one nothing of Alipay can be verified.",
                "3. paysign keys check tells whether both are in their places.");
    }

    private void write(byte[] key) {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
        try {
            boolean posix = file.toAbsolutePath()
                    .getFileSystem()
                    .supportedFileAttributeViews()
                    .contains("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, pem, StandardCharsets.US_ASCII);
        } catch (FileAlreadyExistsException there) {
            throw new IllegalStateException(
                    file + " exists, and a key is never overwritten: name another file, or move that one away");
        } catch (IOException refused) {
            throw new IllegalStateException(file + " cannot be written: name a file in a folder of yours");
        }
    }
}
