package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to happen at the phone: {@code lasting} is how long what is signed shall last, empty for what the request
 * asks for.
 */
record PhoneOrder(Act act, NotifyMode mode, Optional<Duration> lasting) {

    private static final String ACTS =
            Arrays.stream(Act.values()).map(Act::wireName).collect(Collectors.joining(", "));
    private static final String LASTING = "validSeconds";

    /** What is wrong with an order; it holds nothing of it. */
    static Optional<String> fault(ObjectNode body) {
        if (act(body).isEmpty()) {
            return Optional.of("act must be one of " + ACTS);
        }
        if (NotifyMode.of(body).isEmpty()) {
            return Optional.of(NotifyMode.REFUSAL);
        }
        return body.has(LASTING) && seconds(body) <= 0
                ? Optional.of(LASTING + " must be a whole number of seconds, greater than 0")
                : Optional.empty();
    }

    /** Reads an order without fault. */
    static PhoneOrder of(ObjectNode body) {
        return new PhoneOrder(
                act(body).orElseThrow(),
                NotifyMode.of(body).orElseThrow(),
                Optional.of(seconds(body)).filter(count -> count > 0).map(Duration::ofSeconds));
    }

    private static Optional<Act> act(ObjectNode body) {
        return body.has("act") ? StrictJson.text(body, "act").flatMap(Act::named) : Optional.of(Act.SIGN);
    }

    private static int seconds(ObjectNode body) {
        return body.path(LASTING).isInt() ? body.path(LASTING).intValue() : 0;
    }
}
