package org.paysign.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.paysign.support.Vectors;

/** Generated texts and mutated genuine ones; {@code -Djson.seed} makes others. */
class RawObjectPropertyTest {

    private static final long SEED = Long.getLong("json.seed", 20261122L);
    private static final int MUTATIONS = 40_000;
    private static final JsonMapper TREES = StrictJson.mapper();
    private static final List<String> VALUES = List.of(
            "1",
            "-0",
            "1.50",
            "1e9",
            "true",
            "false",
            "null",
            "\"\"",
            "\"x\"",
            "\"\\\"\"",
            "\"\\\\\"",
            "\"\\u0022\"",
            "\"}\"",
            "\"{\"",
            "\",\"",
            "\":\"",
            "\"周\"",
            "\"\ud83d\ude00\"",
            "\"\\/\"",
            "\"\\\\\\\"}\"",
            "[]",
            "{}",
            "[ 1 , \"]\" ]",
            "{ \"}\" : \"{\" }",
            "[[[{}]]]",
            "{\"sign\":\"x\"}");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\u0061",
            "\\ud800",
            "\ud800",
            "\udc00",
            "\u0000",
            "\ufeff",
            " ",
            "\n",
            "0",
            "1",
            "-",
            ".",
            "e",
            "null",
            "true",
            "\"a\":1,",
            "\"sign\":\"\",",
            "//",
            "/*",
            "'",
            "周",
            "\u00a0");

    private final Random random = new Random(SEED);

    @Test
    void keepsEveryMembersText() {
        for (int i = 0; i < 20_000; i++) {
            Map<String, String> members = new LinkedHashMap<>();
            StringBuilder text = new StringBuilder(blanks()).append('{');
            for (int n = random.nextInt(6); n > 0; n--) {
                String raw = VALUES.get(random.nextInt(VALUES.size()));
                String name = "k" + members.size();
                text.append(members.isEmpty() ? "" : ",").append(blanks());
                text.append('"').append(name).append('"').append(blanks()).append(':');
                text.append(blanks()).append(raw).append(blanks());
                members.put(name, raw);
            }
            text.append(blanks()).append('}').append(blanks());
            assertThat(RawObject.parse(text.toString()).map(RawObject::members))
                    .as("seed %d, text %s", SEED, text)
                    .hasValue(members);
        }
    }

    /** Whatever is accepted is accepted as a tree too, and each member's text means what the tree holds. */
    @Test
    void neverThrowsNorAcceptsMoreThanTheTree() throws JsonProcessingException {
        List<String> genuine = new ArrayList<>(Vectors.own("sync_results.json")
                .map(vector -> vector.path("raw_result").asText())
                .toList());
        genuine.add("{\"a\":1,\"b\":{\"c\":[1,2,{\"d\":\"\\u5468\"}]},\"e\":\"\\\"\",\"f\":null}");
        int accepted = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String text = mutated(genuine.get(random.nextInt(genuine.size())));
            Optional<RawObject> object = RawObject.parse(text);
            Optional<JsonNode> tree = tree(text);
            assertThat(object.isPresent())
                    .as("seed %d, text %s", SEED, text)
                    .isEqualTo(tree.filter(JsonNode::isObject).isPresent());
            if (object.isPresent()) {
                accepted++;
                for (Map.Entry<String, String> member : object.get().members().entrySet()) {
                    assertThat(TREES.readTree(member.getValue()))
                            .as("seed %d, text %s", SEED, text)
                            .isEqualTo(tree.orElseThrow().get(member.getKey()));
                    assertThat(text).contains(member.getValue());
                }
            }
        }
        System.out.println("seed " + SEED + ": " + accepted + " of " + MUTATIONS + " mutations accepted");
        assertThat(accepted).isBetween(MUTATIONS / 100, MUTATIONS);
    }

    private String mutated(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), at + random.nextInt(4));
            switch (random.nextInt(5)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, mutated.substring(at, end));
                case 2 -> mutated.setLength(Math.max(at, 1));
                default -> mutated.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return mutated.toString();
    }

    private String blanks() {
        return switch (random.nextInt(12)) {
            case 0 -> " ";
            case 1 -> "\t\r\n";
            case 2 -> random.nextInt(100) == 0 ? " ".repeat(random.nextInt(9_000)) : "  ";
            default -> "";
        };
    }

    private static Optional<JsonNode> tree(String text) {
        try {
            return Optional.ofNullable(TREES.readTree(text));
        } catch (JsonProcessingException refused) {
            return Optional.empty();
        }
    }
}
