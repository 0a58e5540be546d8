package org.paysign.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the gateway misbehaves for the next calls. Kinds set one after the other are used up in the order of {@link Kind};
 * the count -1 means until it is set to 0. Kept in memory: a restart is a gateway in good health.
 */
final class Faults {

    /** {@code timeout} and {@code bad-signature} happen after the call took effect, the others instead of it. */
    enum Kind {
        TIMEOUT,
        HTTP500,
        SYSTEM_ERROR,
        CALL_LIMITED,
        BAD_SIGNATURE,
        RESET;

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final int MOST = 1_000_000;

    private static final String KINDS =
            Arrays.stream(Kind.values()).map(Kind::wireName).collect(Collectors.joining(", "));

    private final Map<Kind, Integer> left = new EnumMap<>(Kind.class);

    /** {@code POST {"kind": "timeout", "next": 3}}. */
    Reply set(Call call) {
        var body = call.json();
        var kind = body.flatMap(json -> StrictJson.text(json, "kind")).flatMap(Faults::named);
        var next = body.flatMap(Faults::count);
        if (kind.isEmpty() || next.isEmpty()) {
            return Reply.error(
                    400, "The body must be {kind, next}: kind one of " + KINDS + ", next from -1 to " + MOST);
        }
        synchronized (left) {
            left.put(kind.get(), next.get());
        }
        return show(call);
    }

    /** What is left, as {@code [{"kind", "next"}]}. */
    Reply show(Call call) {
        synchronized (left) {
            return Reply.json(
                    200,
                    left.entrySet().stream()
                            .filter(fault -> fault.getValue() != 0)
                            .map(fault -> StrictJson.node()
                                    .put("kind", fault.getKey().wireName())
                                    .put("next", fault.getValue()))
                            .toList());
        }
    }

    /** Uses one up. */
    Optional<Kind> take() {
        synchronized (left) {
            var kind = left.entrySet().stream()
                    .filter(fault -> fault.getValue() != 0)
                    .map(Map.Entry::getKey)
                    .findFirst();
            kind.ifPresent(taken -> left.computeIfPresent(taken, (any, next) -> next < 0 ? next : next - 1));
            return kind;
        }
    }

    /** The member {@code next} of a fault: -1 is without end, 0 clears. */
    static Optional<Integer> count(JsonNode body) {
        var next = body.path("next");
        return next.isInt() && next.intValue() >= -1 && next.intValue() <= MOST
                ? Optional.of(next.intValue())
                : Optional.empty();
    }

    private static Optional<Kind> named(String wireName) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
