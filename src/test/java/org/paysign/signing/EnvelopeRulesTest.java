package org.paysign.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paysign.signing.SampleContent.envelope;
import static org.paysign.signing.SampleContent.parse;

import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.queue.Violation;

class EnvelopeRulesTest {
    private static final String REQUEST_ID = "must be 1 to 64 letters, digits or _ . : -";
    private static final String MERCHANT = "must be 1 to 64 letters, digits or _ . -";
    private static final String VERSION = "must be numbers separated by dots, at most 32 characters";
    private static final String URL = "must be an http or https URL of at most 256 characters";

    private final SignRequestRules rules = new SignRequestRules();

    @Test
    void acceptsExampleOfContract() {
        assertThat(rules.checkEnvelope(envelope().json())).isEmpty();
    }

    @Test
    void acceptsLeastRequest() {
        assertThat(rules.checkEnvelope(parse("{'requestId': 'a', 'bizContent': {}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/requestId | 'Az09_.:-'",
                "/merchant | 'Az09_.-'",
                "/clientVersion | '10'",
                "/clientVersion | '10.0.18.2'",
                "/clientVersion | '12345678901234567890123456789012'",
                "/returnUrl | 'https://shop.example.com:8443/back?a=b#c'",
                "/returnUrl | 'http://localhost'",
                "/returnUrl | 'http://[::1]/'",
                "/bizContent | {'any': null}",
            })
    void accepts(String pointer, String value) {
        assertThat(rules.checkEnvelope(envelope().with(pointer, value).json())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/requestId | '' | " + REQUEST_ID,
                "/requestId | 'a b' | " + REQUEST_ID,
                "/requestId | 'a\\n' | " + REQUEST_ID,
                "/requestId | 'a/b' | " + REQUEST_ID,
                "/requestId | '\u00e9' | " + REQUEST_ID,
                "/requestId | 17 | " + REQUEST_ID,
                "/requestId | null | " + REQUEST_ID,
                "/requestId | {} | " + REQUEST_ID,
                "/merchant | '' | " + MERCHANT,
                "/merchant | 'a:b' | " + MERCHANT,
                "/merchant | 'a\\n' | " + MERCHANT,
                "/merchant | null | " + MERCHANT,
                "/clientVersion | '' | " + VERSION,
                "/clientVersion | '10.' | " + VERSION,
                "/clientVersion | '10.0-beta' | " + VERSION,
                "/clientVersion | '10.5.96\\n' | " + VERSION,
                "/clientVersion | 10.5 | " + VERSION,
                "/clientVersion | '1234567890123456.123456789012345.1' | " + VERSION,
                "/bizContent | null | must be an object",
                "/bizContent | [] | must be an object",
                "/bizContent | '{}' | must be an object",
                "/returnUrl | 'ftp://example.com' | " + URL,
                "/returnUrl | 'javascript:alert(1)' | " + URL,
                "/returnUrl | 'https://' | " + URL,
                "/returnUrl | 'https://user@example.com/' | " + URL,
                "/returnUrl | 'https://example.com/a b' | " + URL,
                "/returnUrl | 'https://example.com/\\n' | " + URL,
                "/returnUrl | null | " + URL,
                "/requestid | 'a' | is not a known field",
                "/biz_content | {} | is not a known field",
            })
    void refuses(String pointer, String value, String message) {
        assertThat(rules.checkEnvelope(envelope().with(pointer, value).json()))
                .containsExactly(new Violation(pointer, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/requestId | 65 | " + REQUEST_ID,
                "/requestId | 60000 | " + REQUEST_ID,
                "/merchant | 65 | " + MERCHANT,
                "/clientVersion | 33 | " + VERSION,
                "/clientVersion | 60000 | " + VERSION,
            })
    void refusesLong(String pointer, int length, String message) {
        assertThat(rules.checkEnvelope(
                        envelope().with(pointer, "'" + "1".repeat(length) + "'").json()))
                .containsExactly(new Violation(pointer, message));
        assertThat(rules.checkEnvelope(
                        envelope().with(pointer, "'" + "1".repeat(32) + "'").json()))
                .isEmpty();
    }

    @Test
    void refusesManyPartsOfVersion() {
        assertThat(rules.checkEnvelope(envelope()
                        .with("/clientVersion", "'1" + ".1".repeat(30_000) + "'")
                        .json()))
                .containsExactly(new Violation("/clientVersion", VERSION));
    }

    @Test
    void limitsReturnUrlTo256() {
        String url = "https://example.com/";
        String longest = url + "a".repeat(256 - url.length());
        assertThat(rules.checkEnvelope(
                        envelope().with("/returnUrl", "'" + longest + "'").json()))
                .isEmpty();
        assertThat(rules.checkEnvelope(
                        envelope().with("/returnUrl", "'" + longest + "a'").json()))
                .containsExactly(new Violation("/returnUrl", URL));
    }

    @Test
    void namesWhatIsMissingInOrder() {
        assertThat(rules.checkEnvelope(parse("{}")))
                .containsExactly(
                        new Violation("/bizContent", "is required"), new Violation("/requestId", "is required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "'text'", "17", "true"})
    void refusesOtherThanObject(String json) {
        assertThat(rules.checkEnvelope(parse(json))).containsExactly(new Violation("", "must be an object"));
    }

    @Test
    void refusesNothing() {
        assertThat(rules.checkEnvelope(MissingNode.getInstance()))
                .containsExactly(new Violation("", "must be an object"));
    }

    @Test
    void escapesAndCutsPath() {
        assertThat(rules.checkEnvelope(envelope().with("/a~1b~0c", "1").json()))
                .containsExactly(new Violation("/a~1b~0c", "is not a known field"));
        assertThat(rules.checkEnvelope(
                        envelope().with("/" + "x".repeat(300), "1").json()))
                .containsExactly(new Violation("/" + "x".repeat(199), "is not a known field"));
    }

    @Test
    void keepsHalfCharactersOutOfPath() {
        assertThat(rules.checkEnvelope(envelope().with("/a\ud800b", "1").json()))
                .containsExactly(new Violation("/a?b", "is not a known field"));
    }

    @Test
    void reportsAtMostTwenty() {
        SampleContent request = envelope();
        for (int i = 10; i < 60; i++) {
            request = request.with("/x" + i, "1");
        }
        assertThat(rules.checkEnvelope(request.json()))
                .hasSize(20)
                .extracting(Violation::path)
                .isSorted()
                .startsWith("/x10")
                .endsWith("/x29");
    }
}
