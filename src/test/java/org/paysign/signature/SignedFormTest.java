package org.paysign.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedFormTest {

    private final Signer echo = content -> "<" + content + ">";

    @Test
    void sortsAsJavaSortsStrings() {
        assertThat(SignContent.of(Map.of("b", "1", "A", "2", "_", "3", "a_b", "4", "ab", "5")))
                .isEqualTo("A=2&_=3&a_b=4&ab=5&b=1");
    }

    @Test
    void leavesValuesAsTheyAre() {
        assertThat(SignContent.of(Map.of("a", " x ", "b", "1&2=3+4%20", "c", "\"周\"/")))
                .isEqualTo("a= x &b=1&2=3+4%20&c=\"周\"/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void leavesOutBlank(String blank) {
        Map<String, String> parameters = Map.of("a", "1", "b", blank, blank, "2");
        assertThat(SignContent.of(parameters)).isEqualTo("a=1");
        assertThat(SignedForm.of(parameters, UTF_8, echo).parameters()).containsOnlyKeys("a", "sign");
    }

    @Test
    void signsAllButTheSignature() {
        SignedForm form = SignedForm.of(Map.of("a", "1", "sign", "old", "sign_type", "RSA2"), UTF_8, echo);
        assertThat(form.parameters()).containsEntry("sign", "<a=1&sign_type=RSA2>");
    }

    @Test
    void takesNoPartInLaterChanges() {
        Map<String, String> parameters = new HashMap<>(Map.of("a", "1"));
        SignedForm form = new SignedForm(parameters, UTF_8);
        parameters.put("a", "2");
        assertThat(form.encoded()).isEqualTo("a=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '^',
            value = {
                "^ ^ + %2B",
                "+ %2B %252B",
                "& %26 %2526",
                "= %3D %253D",
                "% %25 %2525",
                "* * *",
                "- - -",
                ". . .",
                "_ _ _",
                "~ %7E %257E",
                "| %7C %257C",
                "\" %22 %2522",
                "' %27 %2527",
                "/ %2F %252F",
                "\\ %5C %255C",
                "期 %E6%9C%9F %25E6%259C%259F",
            })
    void encodesOnceAndTwice(String value, String once, String twice) {
        // A blank alone would be left out.
        SignedForm form = new SignedForm(Map.of("a", "x" + value), UTF_8);
        assertThat(form.encoded()).isEqualTo("a=x" + once);
        assertThat(form.signStr()).isEqualTo("a%3Dx" + twice);
    }

    @Test
    void encodesInTheCharset() {
        assertThat(new SignedForm(Map.of("a", "期"), Charset.forName("GBK")).encoded())
                .isEqualTo("a=%C6%DA");
    }

    @Test
    void leavesOneParameterToTheQueryString() {
        SignedForm form = SignedForm.of(Map.of("a", "1", "charset", "GBK"), UTF_8, echo);
        assertThat(form.encodedWithout("charset")).isEqualTo("a=1&sign=%3Ca%3D1%26charset%3DGBK%3E");
    }
}
