package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.support.AlipayText;
import org.paysign.support.MerchantFolder;
import org.paysign.support.Vectors;
import picocli.CommandLine;

/** The verbs that start nothing, as somebody types them. */
class VerbsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    VerbsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private int run(String... args) {
        return PaySign.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private JsonNode document() throws IOException {
        return JSON.readTree(out.toString());
    }

    private String file(String text) throws IOException {
        return Files.write(folder.resolve("text"), text.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String merchants() {
        return merchants(MerchantFolder.valid(folder));
    }

    private String merchants(MerchantFolder merchants) {
        merchants.file();
        return "--merchants=" + folder;
    }

    @Test
    void inspectsGoodText() throws IOException {
        assertThat(run(
                        "inspect",
                        merchants(),
                        "--json",
                        file(AlipayText.signResult().text())))
                .isZero();

        assertThat(document().path("kind").asText()).isEqualTo("sync_result");
        assertThat(document().path("good").asBoolean()).isTrue();
        assertThat(document().path("merchant").asText()).isEqualTo("shop");
        assertThat(document().path("decoded").path("status").asText()).isEqualTo("NORMAL");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void namesTheCauseAndWhatTheSubCodeMeans() throws IOException {
        String changed =
                AlipayText.error("40004", "AGREEMENT_HAS_UNSIGNED").text().replace("40004", "40003");

        assertThat(run("inspect", merchants(), file(changed))).isEqualTo(1);
        assertThat(out.toString())
                .contains("NOT GOOD: changed: ", "文本被改动", "AGREEMENT_HAS_UNSIGNED: ", "用户协议已解约")
                .doesNotContain("张三");

        out.getBuffer().setLength(0);
        assertThat(run("inspect", merchants(), "--json", folder.resolve("text").toString()))
                .isEqualTo(1);
        assertThat(document().path("cause").path("code").asText()).isEqualTo("changed");
        assertThat(document().path("cause").path("advice").asText()).contains("paysign keys show");
    }

    @Test
    void refusesWhatItCannotLookAt() {
        assertThat(run("inspect", merchants(), "app_id=2021&sign=secret")).isEqualTo(2);
        assertThat(run("inspect", "--merchants=" + folder.resolve("none"), "-")).isEqualTo(2);
        assertThat(run("inspect", merchants(), "--merchant=nobody", "-")).isEqualTo(2);
        assertThat(run("inspect", "--config=" + folder.resolve("none"), "-")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("secret").contains("--config");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void makesPairThatIsOne() throws IOException {
        Path key = folder.resolve("key.pem");
        assertThat(run("keys", "generate", "--json", key.toString())).isZero();
        String open = document().path("publicKey").asText();
        String pem = Files.readString(key);

        assertThat(out.toString())
                .doesNotContain(pem.lines().skip(1).findFirst().orElseThrow());
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
        assertThat(run("keys", "check", "--private-key", key.toString(), "--public-key", file(open)))
                .isZero();
        assertThat(run("keys", "check", "--private-key", key.toString(), "--public-key", file(Vectors.key("app.spki"))))
                .isEqualTo(1);
        assertThat(run("keys", "generate", key.toString())).isEqualTo(2);
        assertThat(Files.readString(key)).isEqualTo(pem);
        assertThat(err.toString()).contains("never overwritten");
    }

    @Test
    void showsPublicKeysAndNoPrivateOne() throws IOException {
        assertThat(run("keys", "show", merchants(), "--json")).isZero();

        JsonNode keys = document().path(0).path("keys");
        assertThat(keys.findValuesAsText("setting")).containsExactly("app-private-key", "alipay-public-key");
        assertThat(keys.findValuesAsText("publicKey"))
                .containsExactly(
                        Vectors.key("app.spki").strip(), Vectors.key("ali.spki").strip());
        assertThat(keys.findValuesAsText("bits")).containsExactly("2048", "2048");
        assertThat(run("keys", "show", merchants())).isZero();
        assertThat(out.toString())
                .contains("支付宝公钥", keys.path(0).path("sha256").asText())
                .doesNotContain(Vectors.key("app.pkcs8").substring(60, 120));
    }

    @Test
    void findsTheAppsKeyWhereAlipaysBelongs() {
        assertThat(run("keys", "check", merchants())).isZero();

        MerchantFolder pasted = MerchantFolder.valid(folder).withKey("alipay-public-key", Vectors.key("app.spki"));
        assertThat(run("keys", "check", merchants(pasted))).isEqualTo(1);
        assertThat(out.toString()).contains("OK    shop", "FAIL  shop", "支付宝公钥");
    }

    @Test
    void saysWhatIsWrongWithAProfile() {
        assertThat(run("keys", "check", merchants(MerchantFolder.valid(folder).with("charset", "latin"))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("shop.properties: charset: give UTF-8 or GBK");
    }

    /** Others can read a command line, and shells remember it. */
    @Test
    void takesNoSecretOnTheCommandLine() {
        assertThat(PaySign.line().getSubcommands().values())
                .flatExtracting(line -> line.getCommandSpec().options())
                .noneMatch(option -> option.longestName().matches(".*(password|secret|token)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "inspect", "keys generate", "keys show", "keys check"})
    void tellsItsExitCodes(String verb) {
        CommandLine line = PaySign.line();
        for (String name : verb.split(" ", -1)) {
            line = Objects.requireNonNull(line.getSubcommands().get(name), name);
        }
        assertThat(line.getUsageMessage()).contains("Exit codes:", "  0 ", "  2 ");
    }

    @Test
    void writesCompletion() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete -F _complete_paysign", "inspect", "keys");
    }
}
