package org.paysign.cli.demo;

import java.util.Map;

/** Scenarios in which the outside world is in trouble for a while. */
final class Mishaps {

    private Mishaps() {}

    static Ending gatewayTimeouts(BackEnd backEnd, Trail trail) throws Exception {
        backEnd.outside().trouble("/alipay/faults", Map.of("kind", "timeout", "next", 3));
        return new Signing("unknown-signed", "7001", Signing.USUAL).play(backEnd, trail);
    }

    /** The endpoint keeps nothing of what it refuses, so the tries are compared as they go out and the last as it came. */
    static Ending endpointDown(BackEnd backEnd, Trail trail) throws Exception {
        backEnd.outside().trouble("/merchant/faults", Map.of("endpoint", "success", "status", 503, "next", 2));
        Ending ending = new Signing("sign", "7000", Signing.USUAL).play(backEnd, trail);
        String receipts = backEnd.outside().receipts(trail.id(), 1);
        boolean unchanged = trail.letters().size() == 1
                && trail.letters().stream()
                        .allMatch(letter -> receipts.contains("\"id\":\"" + letter.id() + "\"")
                                && receipts.contains("\"body\":" + letter.body() + "}"));
        return new Ending(
                ending.place(),
                ending.what() + (unchanged ? ", one id and the same bytes" : ", changed between tries"));
    }
}
