package org.paysign.house;

import java.util.List;
import java.util.regex.Pattern;

/** Rule 3: every route and route configuration says in one sentence why it exists. */
final class DescriptionRule implements RouteRule {
    private static final Pattern ONE_SENTENCE = Pattern.compile("\\p{Lu}\\S*( \\S+){2,}\\.");
    private static final Pattern SECOND_SENTENCE = Pattern.compile("[.!?] +\\p{Lu}");

    @Override
    public List<String> findings(RouteSet routes) {
        return routes.blocks()
                .filter(block -> block.isRoute() || block.isRouteConfiguration())
                .filter(block -> !isOneSentence(block.node().path("description").asText()))
                .map(block ->
                        block.finding("give it a description: one sentence saying why it exists, with a full stop"))
                .toList();
    }

    private static boolean isOneSentence(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return ONE_SENTENCE.matcher(line).matches()
                && !SECOND_SENTENCE.matcher(line).find();
    }
}
