package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.paysign.glossary.Glossary;
import org.paysign.glossary.SubCode;

/** The page is what the file of the glossary says; {@code -Dreference.write=true} writes it. */
class SubCodesPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/sub-codes.md");
    private static final String COMMAND = "./mvnw -Dtest=SubCodesPageTest -Dreference.write=true test";

    private final Glossary glossary = new Glossary();

    @BeforeAll
    static void writeIfTold() throws IOException {
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(PAGE, page(new Glossary()));
        }
    }

    @Test
    void isWhatTheFileSays() {
        assertThat(Repository.text(PAGE))
                .as(PAGE + " is old; write it again: " + COMMAND)
                .isEqualTo(page(glossary));
    }

    @Test
    void tellsEverythingInBothLanguages() {
        assertThat(glossary.all()).hasSizeGreaterThan(50).allSatisfy(code -> {
            assertThat(code.english().meaning() + code.english().advice())
                    .as(code.name())
                    .isNotBlank()
                    .matches("[ -~\u4e00-\u9fff，。：；、（）]+");
            assertThat(code.chinese().meaning()).as(code.name()).matches(".*[\u4e00-\u9fff].*");
            assertThat(code.chinese().advice()).as(code.name()).matches(".*[\u4e00-\u9fff].*");
            assertThat(code.code()).matches("2000[01]|4000[1-6]");
        });
    }

    @Test
    void findsCodeWithAndWithoutItsPrefix() {
        assertThat(glossary.find("isv.invalid-signature"))
                .get()
                .extracting(SubCode::code)
                .isEqualTo("40002");
        assertThat(glossary.find("invalid-signature")).isEqualTo(glossary.find("isv.invalid-signature"));
        assertThat(glossary.find("ACQ.USER_AGREEMENT_NOT_EXIST")).isEqualTo(glossary.find("USER_AGREEMENT_NOT_EXIST"));
        assertThat(glossary.find("USER_AGREEMENT_NOT_EXIST")).isPresent();
        assertThat(glossary.find("NO_SUCH_CODE")).isEmpty();
        assertThat(glossary.find("")).isEmpty();
    }

    private static String page(Glossary glossary) {
        StringBuilder page = new StringBuilder(
                """
                # Alipay's sub_codes

                What Alipay answers when it does not do what it was asked, and what to do about it. `paysign inspect` says the same of an
                answer. Alipay documents no list for `alipay.user.agreement.page.sign`, and adds codes without a word: one that is not here
                is handled by its `code` alone. Written from `sub-codes.tsv`, whose head tells where each is documented.

                | sub_code | code | meaning and advice | 含义与处理 | source |
                |---|---|---|---|---|
                """);
        glossary.all()
                .forEach(code -> page.append(String.format(
                        "| `%s` | %s | %s %s | %s%s | %s |%n",
                        code.name(),
                        code.code(),
                        code.english().meaning(),
                        code.english().advice(),
                        code.chinese().meaning(),
                        code.chinese().advice(),
                        code.source())));
        return page.toString();
    }
}
