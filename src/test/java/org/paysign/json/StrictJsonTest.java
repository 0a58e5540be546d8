package org.paysign.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final JsonMapper json = StrictJson.mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "[{\"a\":1,\"\\u0061\":1}]",
                "{} {}",
                "1 2",
                "[1,]",
                "{\"a\":NaN}",
                "[01]",
                "// c\n1",
                "11111111111111111111111111111111111111111111111111111111111111111",
            })
    void refuses(String text) {
        assertThatThrownBy(() -> json.readTree(text)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.90",
                "100.00",
                "12345678901234567890.10",
                "0.001",
                "0.0000000001",
                "1111111111222222222233333333334444444444"
            })
    void keepsNumbersAsWritten(String number) throws JsonProcessingException {
        assertThat(json.writeValueAsString(json.readTree(number))).isEqualTo(number);
    }

    @Test
    void leavesCharactersUnescaped() throws JsonProcessingException {
        assertThat(json.writeValueAsString(json.createObjectNode().put("a", "周/期\ud83d\ude00")))
                .isEqualTo("{\"a\":\"周/期\ud83d\ude00\"}");
    }

    @Test
    void refusesDepthOfTenThousand() {
        assertThatThrownBy(() -> json.readTree("[".repeat(10_000) + "]".repeat(10_000)))
                .isInstanceOf(JsonProcessingException.class);
    }
}
