package org.paysign.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * How a scenario ended.
 *
 * @param place the queue or the endpoint that got something
 * @param what what it got, in words that two endings can be compared by
 */
record Ending(String place, String what) {

    static Ending endpoint(String name, String what) {
        return new Ending("endpoint " + name, what);
    }

    static Ending queue(String name, String what) {
        return new Ending("queue " + name, what);
    }

    /** What one of the merchant's endpoints got. */
    static Ending of(JsonNode receipt) {
        JsonNode body = receipt.path("body");
        return endpoint(
                receipt.path("endpoint").asText(),
                receipt.path("type").asText() + " (" + body.path("reason").asText() + ", by "
                        + body.path("evidence").asText() + ")");
    }

    /** What the merchant's endpoints got one after the other. */
    static Ending each(JsonNode receipts) {
        return told(receipts, receipt -> of(receipt).what());
    }

    /** The same without reasons, where two ways to the same end race each other. */
    static Ending types(JsonNode receipts) {
        return told(receipts, receipt -> receipt.path("type").asText());
    }

    /** Versions count what was ever told, so that one that is missing here shows. */
    private static Ending told(JsonNode receipts, Function<JsonNode, String> words) {
        List<JsonNode> list =
                StreamSupport.stream(receipts.spliterator(), false).toList();
        String versions =
                joined(list, receipt -> receipt.path("body").path("version").asText());
        String all =
                IntStream.rangeClosed(1, list.size()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return endpoint(
                joined(list, receipt -> receipt.path("endpoint").asText()),
                joined(list, words) + (versions.equals(all) ? "" : ", in versions " + versions));
    }

    private static String joined(List<JsonNode> list, Function<JsonNode, String> words) {
        return list.stream().map(words).collect(Collectors.joining(", "));
    }

    Ending and(String more) {
        return new Ending(place, what + more);
    }

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
