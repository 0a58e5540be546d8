package org.paysign.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.support.PublicVectors;

class ContentCipherTest {

    private static final String KEY = "aa4BtZ4tspm2wnXLb1ThQA==";

    @Test
    void encryptsAsAlipayDoes() throws Exception {
        int checked = 0;
        for (JsonNode vector : PublicVectors.utf8("aes.json").path("vectors")) {
            if (vector.path("type").asText().equals("AES")) {
                ContentCipher cipher = ContentCipher.of(vector.path("key_b64").asText(), StandardCharsets.UTF_8);
                String plain = vector.path("plain").asText();
                String encrypted = vector.path("cipher_b64").asText();
                assertThat(cipher.encrypt(plain)).isEqualTo(encrypted);
                assertThat(cipher.decrypt(encrypted)).contains(plain);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(2);
    }

    @Test
    void encryptsInTheMerchantsCharset() {
        ContentCipher gbk = ContentCipher.of(KEY, Charset.forName("GBK"));
        assertThat(gbk.decrypt(gbk.encrypt("会员 甲"))).contains("会员 甲");
        assertThat(ContentCipher.of(KEY, StandardCharsets.UTF_8).decrypt(gbk.encrypt("会员")))
                .isNotEqualTo(java.util.Optional.of("会员"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CANARY!", "Q0FOQVJZ", "Q0FOQVJZQ0FOQVJZQ0FOQVJZQ0FOQVJZQ0FOQVJZ"})
    void refusesWhatIsNoKeyWithoutShowingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentCipher.of(text, StandardCharsets.UTF_8))
                .withMessage("no AES key: give a file with the Base64 of 16 bytes, as Alipay shows it")
                .withNoCause();
    }

    @Test
    void takesAKeyWithALineBreak() {
        assertThat(ContentCipher.of(KEY + "\n", StandardCharsets.UTF_8)).hasToString("ContentCipher");
    }
}
