package org.paysign.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class AgreementFileTest {

    private static final String NAMES = "merchant,external_agreement_no,personal_product_code,sign_scene";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                NAMES + "\ndemo,A-1,CYCLE_PAY_AUTH_P,INDUSTRY|CAR\n",
                "\uFEFF" + NAMES + "\r\ndemo,A-1,CYCLE_PAY_AUTH_P,INDUSTRY|CAR",
                "external_agreement_no, sign_scene ,personal_product_code,merchant\n\"A-1\", INDUSTRY|CAR"
                        + ",CYCLE_PAY_AUTH_P,demo\n\n"
            })
    void readsWhatSpreadsheetsWrite(String text) throws Exception {
        assertThat(lines(text)).singleElement().satisfies(line -> assertThat(line)
                .extracting("merchant", "externalAgreementNo", "product", "scene")
                .containsExactly("demo", "A-1", "CYCLE_PAY_AUTH_P", "INDUSTRY|CAR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "external_agreement_no,sign_scene\nA,B",
                "external_agreement_no;personal_product_code;sign_scene\nA;B;C",
                NAMES + ",phone\ndemo,A,B,C,13800138000",
                ""
            })
    void namesTheColumnsItNeeds(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> lines(text))
                .withMessageContaining("must name the columns [external_agreement_no");
    }

    @Test
    void saysWhatToDoWithAnotherEncoding() {
        assertThatIllegalStateException()
                .isThrownBy(() -> lines(NAMES + "\n张三,A,B,C", Charset.forName("GBK")))
                .withMessageContaining("CSV UTF-8");
    }

    @Test
    void findsFaultsLineByLine() throws Exception {
        List<AgreementFile.Line> lines = lines(
                NAMES + "\ndemo,A_1,P,S\ndemo,\"a\nb\",P,S\ndemo,张三,P,S\n" + "demo,A,p,S\ndemo,A,P,\n" + "demo,A\n");

        assertThat(lines)
                .extracting(line -> line.fault().replaceFirst(" must.*", ""))
                .containsExactly(
                        "",
                        "external_agreement_no",
                        "external_agreement_no",
                        "personal_product_code",
                        "sign_scene",
                        "personal_product_code");
        assertThat(lines).extracting(AgreementFile.Line::number).startsWith(2L).isSorted();
    }

    @Test
    void keepsTheRejectsOfAnImportThatIsCutOff() throws Exception {
        Path file = Files.writeString(folder.resolve("cut.csv"), NAMES + "\ndemo,no good,P,S\ndemo,A-1,P,S\n");
        Desk nobody = new Desk(URI.create("http://127.0.0.1:1"), "user", "password");

        assertThatIllegalStateException()
                .isThrownBy(() -> Import.into(nobody, new AgreementFile(file), progress -> {}))
                .withMessageContaining("Nobody answers");

        assertThat(Files.readAllLines(folder.resolve("cut.csv.rejects.csv")))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("2,demo,no good,P,S,");
    }

    @Test
    void saysThatTheRejectsCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("full.csv"), NAMES + "\ndemo,no good,P,S\n");
        Files.createDirectories(folder.resolve("full.csv.rejects.csv").resolve("in the way"));

        assertThatIllegalStateException()
                .isThrownBy(() -> Import.check(new AgreementFile(file)))
                .withMessageContaining("make its folder writable");
    }

    private List<AgreementFile.Line> lines(String text) throws Exception {
        return lines(text, StandardCharsets.UTF_8);
    }

    private List<AgreementFile.Line> lines(String text, Charset charset) throws Exception {
        Path file = Files.writeString(folder.resolve("agreements.csv"), text, charset);
        List<AgreementFile.Line> lines = new ArrayList<>();
        new AgreementFile(file).each(lines::add);
        assertThat(new AgreementFile(file).count()).isEqualTo(lines.size());
        return lines;
    }
}
