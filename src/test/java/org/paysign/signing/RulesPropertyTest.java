package org.paysign.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paysign.signing.SampleContent.envelope;
import static org.paysign.signing.SampleContent.parse;
import static org.paysign.signing.SampleContent.valid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.queue.Violation;

class RulesPropertyTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final List<JsonNode> ODD = List.of(
            parse("null"),
            parse("''"),
            parse("'x'"),
            parse("'\\ud800'"),
            parse("'\\u0000'"),
            parse("'" + "9.".repeat(20_000) + "'"),
            parse("'{\"min\":" + " ".repeat(5_000) + "'"),
            parse("-1"),
            parse("0"),
            parse("7"),
            parse("0.005"),
            parse("1e999999999"),
            parse("-1e-999999999"),
            parse("1" + "0".repeat(900)),
            parse("true"),
            parse("{}"),
            parse("[]"),
            parse("{'a': {'B': [null, {'c': ''}]}}"),
            parse("[".repeat(500) + "]".repeat(500)),
            parse("'CYCLE_PAY_AUTH_P'"),
            parse("'MONTH'"),
            parse("'DEFAULT|DEFAULT'"));
    private static final List<String> NAMES = List.of(
            "new_field", "newField", "", "/", "~", "a\ud800", "\n", "x".repeat(64), "y".repeat(70_000), "period");

    private final SignRequestRules rules = new SignRequestRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'canary-7391'",
                "'canary\\n'",
                "' canary'",
                "7391739173917391",
                "-7391",
                "7391.739",
                "7.391e300",
                "['canary', null]",
                "{'canary': 7391, 'a': 'canary'}",
                "'\\ud800canary'",
            })
    void keepsValuesOutOfMessages(String canary) {
        JsonNode value = parse(canary);
        for (String pointer : fields(valid().json(), "")) {
            ObjectNode content = valid().with(pointer, value).json();
            assertSilent(rules.checkBizContent(content, UTF_8));
            assertThat(rules.warnings(content)).noneMatch(warning -> warning.contains("7391"));
        }
        String longest = "'" + "canary".repeat(100) + "'";
        for (String pointer :
                List.of("/requestId", "/merchant", "/clientVersion", "/bizContent", "/returnUrl", "/other")) {
            assertSilent(rules.checkEnvelope(envelope().with(pointer, value).json()));
            assertSilent(rules.checkEnvelope(envelope().with(pointer, longest).json()));
        }
        assertSilent(rules.checkEnvelope(value));
        assertSilent(rules.checkBizContent(value, UTF_8));
    }

    @Test
    void neverThrows() {
        Random random = new Random(20261122);
        for (int i = 0; i < 10_000; i++) {
            ObjectNode content = mutated(valid().json(), random);
            assertTidy(rules.checkBizContent(content, random.nextBoolean() ? UTF_8 : GBK));
            assertThat(rules.warnings(content)).hasSizeLessThanOrEqualTo(20);
            assertTidy(rules.checkEnvelope(mutated(envelope().json(), random)));
        }
    }

    @Test
    void answersTheSameFromManyThreads() {
        List<ObjectNode> contents = IntStream.range(0, 400)
                .mapToObj(seed -> mutated(valid().json(), new Random(seed)))
                .toList();
        List<List<Violation>> alone =
                contents.stream().map(c -> rules.checkBizContent(c, UTF_8)).toList();
        SignRequestRules fresh = new SignRequestRules();
        assertThat(contents.parallelStream()
                        .map(c -> fresh.checkBizContent(c, UTF_8))
                        .toList())
                .isEqualTo(alone);
    }

    private static void assertSilent(List<Violation> violations) {
        assertThat(violations)
                .allSatisfy(violation -> assertThat(violation.message()).doesNotContain("canary", "7391", "7.391"));
    }

    private static void assertTidy(List<Violation> violations) {
        assertThat(violations).hasSizeLessThanOrEqualTo(20);
        assertThat(violations).extracting(Violation::path).isSorted().doesNotHaveDuplicates();
        assertThat(violations).allSatisfy(violation -> {
            assertThat(violation.path()).hasSizeLessThanOrEqualTo(200);
            assertThat(UTF_8.newEncoder().canEncode(violation.path())).isTrue();
            assertThat(violation.message()).isNotEqualTo("is not valid").hasSizeLessThan(100);
        });
    }

    private static ObjectNode mutated(ObjectNode json, Random random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<ObjectNode> objects = new ArrayList<>(List.of(json));
            json.forEach(child -> {
                if (child instanceof ObjectNode object) {
                    objects.add(object);
                }
            });
            ObjectNode target = objects.get(random.nextInt(objects.size()));
            List<String> names = new ArrayList<>(NAMES);
            target.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(5) == 0) {
                target.remove(name);
            } else {
                target.set(name, ODD.get(random.nextInt(ODD.size())).deepCopy());
            }
        }
        return json;
    }

    private static List<String> fields(JsonNode object, String path) {
        List<String> found = new ArrayList<>();
        object.properties().forEach(field -> {
            found.add(path + "/" + field.getKey());
            found.addAll(fields(field.getValue(), path + "/" + field.getKey()));
        });
        return found;
    }
}
