package org.paysign.house;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Headers;

/** The arrows of architecture.md: which room (package below org.paysign) may use which. Change them here. */
final class Rooms {
    static final String BASE = "org.paysign";

    /** {@link org.paysign.Application} and what stands beside it. */
    static final String ROOT = "";

    static final Set<String> EVERY_ROOM = Set.of("*");

    static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry(ROOT, EVERY_ROOM),
            entry("cli", EVERY_ROOM),
            entry("agreement", Set.of()),
            entry("signature", Set.of("json")),
            entry("json", Set.of()),
            entry("glossary", Set.of()),
            entry("inspect", Set.of("glossary", "signature", "json", "merchant")),
            entry("log", Set.of()),
            entry("broker", Set.of("signature", "json", "merchant", "outcome")),
            entry("merchant", Set.of("signature", "json")),
            entry("signing", Set.of("agreement", "signature", "json", "log", "merchant", "queue", "store")),
            entry("result", Set.of("agreement", "signature", "json", "merchant", "queue", "store")),
            entry("notify", Set.of("agreement", "signature", "json", "log", "merchant", "store")),
            entry("gateway", Set.of("signature", "json", "merchant", "http")),
            entry("query", Set.of("agreement", "signature", "json", "log", "merchant", "gateway", "http", "store")),
            entry("unsign", Set.of("agreement", "signature", "json", "merchant", "gateway", "queue", "store")),
            entry("store", Set.of("agreement", "log")),
            entry("outcome", Set.of("agreement", "glossary", "signature", "json", "log", "merchant", "http", "store")),
            entry("queue", Set.of("json", "log")),
            entry(
                    "monitoring",
                    Set.of(
                            "agreement",
                            "broker",
                            "gateway",
                            "http",
                            "json",
                            "merchant",
                            "notify",
                            "outcome",
                            "query",
                            "queue",
                            "result",
                            "signature",
                            "store")),
            entry("http", Set.of("json")),
            entry("console", Set.of("http")),
            entry("sandbox", Set.of()));

    /** The rooms that may know Camel; the others stay plain Java, called as beans. */
    static final Set<String> KNOW_CAMEL = Set.of(ROOT, "cli", "queue", "http", "monitoring");

    /** What every room may know: these only say from where Camel takes a parameter. */
    static final Class<?>[] CAMEL_ANNOTATIONS = {Body.class, ExchangeProperty.class, Header.class, Headers.class};

    /** The rooms that may ask the machine for the time; the others are given a Clock. */
    static final Set<String> ASK_THE_MACHINE_FOR_TIME = Set.of("cli", "sandbox");

    /** The rooms that may make a Clock of the machine, to give it to others. */
    static final Set<String> MAKE_A_CLOCK = Set.of(ROOT, "cli", "sandbox");

    /** The rooms that may talk to the terminal. */
    static final Set<String> PRINT = Set.of("cli");

    private Rooms() {}

    /** The room of a package of ours: {@code store} of {@code org.paysign.store.jdbc}. */
    static String of(String packageName) {
        String below = packageName.substring(BASE.length());
        return below.isEmpty() ? ROOT : below.substring(1).replaceFirst("\\..*", "");
    }

    static boolean isOurs(String packageName) {
        return packageName.equals(BASE) || packageName.startsWith(BASE + ".");
    }
}
