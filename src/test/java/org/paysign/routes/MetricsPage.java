package org.paysign.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that lists what PaySign measures. */
final class MetricsPage {

    private static final Path PAGE = Path.of("src", "site", "markdown", "metrics.md");
    /** A row of ours: name, type, labels and meaning. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `(paysign_\\w+)` \\| (\\w+) \\| ([^|]*?) ?\\| .+ \\|$", Pattern.MULTILINE);
    /** A row of others': name and meaning. */
    private static final Pattern OTHER = Pattern.compile("^\\| `(?!paysign_)(\\w+)` \\|", Pattern.MULTILINE);

    private MetricsPage() {}

    /** Type and labels by name, as {@link Scrape#shapes} has them. */
    static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            rows.put(row.group(1), row.group(2) + " | " + row.group(3));
        }
        return rows;
    }

    static List<String> others() throws IOException {
        return OTHER.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
