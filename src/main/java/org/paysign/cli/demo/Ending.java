package org.paysign.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

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

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
