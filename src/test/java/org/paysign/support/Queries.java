package org.paysign.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries as Prometheus reads them. */
public final class Queries {

    public static final Path DASHBOARD = Path.of("docker", "grafana", "paysign-dashboard.json");

    private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on|ignoring) *\\([^)]*\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("(?<![\\w.:\"])([a-zA-Z_:][\\w:]*+)(\\{(?:[^{}\"]|\"[^\"]*\")*+})?+(?! *\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

    private Queries() {}

    /** Every query of the dashboard's panels, with its variables filled in. */
    public static List<String> ofTheDashboard() {
        try {
            JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
            return dashboard.findValuesAsText("expr").stream()
                    .map(query -> query.replace("$__rate_interval", "1m").replace("$instance", ".*"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The series a query reads: {@code name} or {@code name{label="value"}}. */
    public static Set<String> selectors(String query) {
        Set<String> selectors = new TreeSet<>();
        Matcher match = SELECTOR.matcher(GROUPING.matcher(query).replaceAll(" "));
        while (match.find()) {
            if (!WORDS.contains(match.group(1))) {
                selectors.add(match.group());
            }
        }
        return selectors;
    }
}
