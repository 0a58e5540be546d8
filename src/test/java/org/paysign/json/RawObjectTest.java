package org.paysign.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawObjectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"a\":1} | 1",
                "{\"a\":1 } | 1",
                "{\"a\": -1.50e+3,\"b\":2} | -1.50e+3",
                "{\"a\" :\ttrue\t} | true",
                "{\"a\":null} | null",
                "{\"a\":\"\"} | \"\"",
                "{\"a\":\"x\\\"y\\\\\"} | \"x\\\"y\\\\\"",
                "{\"a\":\"\\u5468\\/\"} | \"\\u5468\\/\"",
                "{\"a\":\"}]{[,\"} | \"}]{[,\"",
                "{\"a\": { \"b\" : [ 1 , {} ] } , \"c\":0} | { \"b\" : [ 1 , {} ] }",
                "{\"a\":[]} | []",
                "{\"z\":{\"a\":2},\"a\":1} | 1",
                "  {\"a\":\"周期\ud83d\ude00\"}  | \"周期\ud83d\ude00\"",
                "{\"\\u0061\":1} | 1",
            })
    void keepsTextOfMember(String text, String raw) {
        assertThat(RawObject.parse(text).flatMap(object -> object.raw("a"))).hasValue(raw);
    }

    @Test
    void readsStrings() {
        RawObject object = RawObject.parse("{\"a\":\"x\\u5468\\/\\n\",\"b\":1,\"c\":null,\"d\":{\"a\":\"y\"}}")
                .orElseThrow();
        assertThat(object.string("a")).hasValue("x周/\n");
        assertThat(object.string("b")).isEmpty();
        assertThat(object.string("c")).isEmpty();
        assertThat(object.string("d")).isEmpty();
        assertThat(object.string("e")).isEmpty();
        assertThat(object.raw("e")).isEmpty();
        assertThat(object.members()).containsOnlyKeys("a", "b", "c", "d");
    }

    @Test
    void readsEmptyObject() {
        assertThat(RawObject.parse(" {\n} ").orElseThrow().members()).isEmpty();
    }

    /** The parser reads in pieces of some thousand characters; a member may lie across any of their borders. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3_990, 7_990, 31_990, 32_760, 65_520, 131_060, 400_000})
    void keepsTextFarInside(int blanks) {
        for (int shift = 0; shift < 40; shift++) {
            String raw = "{ \"周\" : \"\ud83d\ude00\\\\\" , \"n\" : [ 1.0 ] }";
            String text =
                    "{\"pad\":\"" + "x".repeat(blanks + shift) + "\",\"a\" :" + " ".repeat(shift) + raw + ",\"b\":7}";
            RawObject object = RawObject.parse(text).orElseThrow();
            assertThat(object.raw("a")).hasValue(raw);
            assertThat(object.raw("b")).hasValue("7");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"a\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}}",
                "{}{}",
                "{} x",
                "{} null",
                "{},",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":[1,]}",
                "{\"a\":{\"b\":1,}}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":1}",
                "{\"b\":{\"a\":1,\"a\":1}}",
                "{\"b\":[{\"a\":1,\"a\":1}]}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":'b'}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":5.}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":nul}",
                "{\"a\":TRUE}",
                "{\"a\":truex}",
                "{\"a\":1 2}",
                "{\"a\":1x}",
                "{\"a\":\"x}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":1}/* c */",
                "{\"a\":1}// c",
                "{# c\n\"a\":1}",
                "{\"a\":1;\"b\":2}",
                "{\"a\"=1}",
                "{\u00a0\"a\":1}",
                "{}\u0000",
                "<a/>",
            })
    void refuses(String text) {
        assertThat(RawObject.parse(text)).isEmpty();
    }

    @Test
    void limitsDepth() {
        assertThat(RawObject.parse(nested(StrictJson.MAX_DEPTH))).isPresent();
        assertThat(RawObject.parse(nested(StrictJson.MAX_DEPTH + 1))).isEmpty();
        assertThat(RawObject.parse(nested(10_000))).isEmpty();
        assertThat(RawObject.parse("{\"a\":" + "[".repeat(10_000))).isEmpty();
        assertThat(RawObject.parse("{\"a\":".repeat(10_000))).isEmpty();
    }

    @Test
    void limitsLengths() {
        assertThat(RawObject.parse("{\"a\":\"" + "x".repeat(512 * 1024) + "\"}"))
                .isEmpty();
        assertThat(RawObject.parse("{\"" + "x".repeat(257) + "\":1}")).isEmpty();
        assertThat(RawObject.parse("{\"a\":" + "1".repeat(10_000) + "}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\ud800", "\udc00", "\udc00\ud800", "\\ud800", "\\udc00\\ud800", "x\ud800", "\ud800" + "\\udc00"
            })
    void livesWithHalfCharacters(String half) {
        RawObject.parse(half);
        RawObject.parse("{\"a\":" + half + "}");
        String raw = "\"" + half + "\"";
        assertThat(RawObject.parse("{\"a\":" + raw + ",\"" + half + "\":1}"))
                .isPresent()
                .hasValueSatisfying(object -> {
                    assertThat(object.raw("a")).hasValue(raw);
                    assertThat(object.string("a")).isPresent();
                    assertThat(object.toString()).isNotEmpty();
                });
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }
}
