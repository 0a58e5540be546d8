package org.paysign.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.merchant.KeyRing;
import org.paysign.signature.CertificateFile;
import org.paysign.signature.RsaKeys;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code paysign keys check}: whether keys belong together and stand in their places. */
@Command(
        name = "check",
        description = {
            "Checks each merchant's keys: that they can be read, that private key and certificate are a pair, that Alipay's"
                    + " key is not the app's own.",
            "With --private-key and --public-key it tells whether these two files are a pair."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:something does not fit", "2:wrong usage or configuration"})
final class KeysCheckCommand implements Callable<Integer> {

    @Mixin
    private Profiles profiles = new Profiles();

    @Mixin
    private Printed printed = new Printed();

    @ArgGroup(exclusive = false)
    private @Nullable Pair pair;

    @Spec
    private @Nullable CommandSpec spec;

    /** Two files of RSA keys. */
    static final class Pair {

        @Option(names = "--private-key", paramLabel = "FILE", required = true, description = "a private key")
        private Path secret = Path.of("");

        @Option(
                names = "--public-key",
                paramLabel = "FILE",
                required = true,
                description = "a public key, or a certificate")
        private Path open = Path.of("");
    }

    @Override
    public Integer call() {
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        List<String> lines = new ArrayList<>();
        boolean well = true;
        for (Finding finding : pair == null ? findings() : List.of(finding(pair))) {
            well &= finding.sentence().isEmpty();
            document.addObject()
                    .put("about", finding.about())
                    .put("well", finding.sentence().isEmpty())
                    .put("sentence", finding.sentence());
            lines.add((finding.sentence().isEmpty() ? "OK    " : "FAIL  ")
                    + finding.about()
                    + (finding.sentence().isEmpty() ? "" : ": " + finding.sentence()));
        }
        printed.print(Objects.requireNonNull(spec).commandLine().getOut(), document, lines);
        return well ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** @param sentence what does not fit; empty if all does */
    private record Finding(String about, String sentence) {

        @Override
        public String toString() {
            return "Finding[]";
        }
    }

    private List<Finding> findings() {
        return profiles.rings().stream()
                .map(ring -> new Finding(ring.merchant(), sentence(ring)))
                .toList();
    }

    private static String sentence(KeyRing ring) {
        if (ring.isAppKeyPasted()) {
            return "the app's own public key stands where Alipay's belongs: paste the one that the console shows as 支付宝公钥";
        }
        if (ring.isPairBroken()) {
            return "app-private-key and app-cert are not a pair: give the certificate made for this key, or its key";
        }
        return ring.fault().orElse("");
    }

    private static Finding finding(Pair pair) {
        PublicKey half = RsaKeys.publicHalf(RsaKeys.privateKey(text(pair.secret)));
        String open = text(pair.open);
        PublicKey key =
                open.contains("CERTIFICATE") ? CertificateFile.of(open).leaf().getPublicKey() : RsaKeys.publicKey(open);
        return new Finding(
                "pair",
                half.equals(key) ? "" : "the two are not a pair: the public key belongs to another private one");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new IllegalStateException("keys check: cannot read a file: give the paths of two files of text");
        }
    }
}
