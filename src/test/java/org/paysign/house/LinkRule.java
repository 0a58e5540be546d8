package org.paysign.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rule 7: every direct: has one reader and a sender; every queue written is read or leaves the bundle. */
final class LinkRule implements RouteRule {
    /** Queues that somebody else reads, by the names of the contract. */
    static final Set<String> TERMINAL_QUEUES = Set.of("paysign.sign.reply", "paysign.parked");

    /** Whatever endpoint stands under such a key is somebody else's. */
    private static final String TERMINAL_KEYS = "{{paysign.outcome.";

    private static final Pattern DIRECT_IN_TEXT = Pattern.compile("\\bdirect:([a-z0-9-]+)");

    @Override
    public List<String> findings(RouteSet routes) {
        List<String> findings = new ArrayList<>();
        List<Endpoint> endpoints = routes.endpoints().stream()
                .filter(endpoint -> !endpoint.uri().startsWith(TERMINAL_KEYS))
                .map(endpoint -> endpoint.resolved(routes))
                .toList();
        checkDirects(endpoints, routes, findings);
        checkQueues(endpoints, routes, findings);
        return findings;
    }

    private static void checkDirects(List<Endpoint> endpoints, RouteSet routes, List<String> findings) {
        Map<String, Endpoint> readers = new HashMap<>();
        Set<String> sent = new HashSet<>();
        addDirectsNamedIn(routes.java(), sent);
        routes.config().values().forEach(value -> addDirectsNamedIn(value, sent));
        for (Endpoint endpoint : endpoints) {
            endpoint.direct().filter(name -> !endpoint.reads()).ifPresent(sent::add);
            endpoint.direct().filter(name -> endpoint.reads()).ifPresent(name -> {
                if (readers.putIfAbsent(name, endpoint) != null) {
                    findings.add(endpoint.finding("is read by two routes; keep one"));
                }
            });
        }
        for (Endpoint endpoint : endpoints) {
            endpoint.direct()
                    .filter(name -> !readers.containsKey(name))
                    .ifPresent(name -> findings.add(endpoint.finding("no route reads it; add a route " + name)));
        }
        readers.forEach((name, endpoint) -> {
            if (!sent.contains(name)) {
                findings.add(endpoint.finding("nothing sends to it; link it or delete the route"));
            }
        });
    }

    private static void checkQueues(List<Endpoint> endpoints, RouteSet routes, List<String> findings) {
        Set<String> read = new HashSet<>(TERMINAL_QUEUES);
        for (Endpoint endpoint : endpoints) {
            endpoint.queue()
                    .filter(queue -> endpoint.reads())
                    .map(routes::resolve)
                    .ifPresent(read::add);
        }
        for (Endpoint endpoint : endpoints) {
            endpoint.queue()
                    .filter(queue -> !endpoint.reads() && !queue.contains("${"))
                    .filter(queue -> !read.contains(routes.resolve(queue)))
                    .ifPresent(queue -> findings.add(endpoint.finding("nobody reads the queue " + queue + " ("
                            + routes.resolve(queue) + "); read it, or add it to LinkRule.TERMINAL_QUEUES")));
        }
    }

    private static void addDirectsNamedIn(String text, Set<String> names) {
        DIRECT_IN_TEXT.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
    }
}
