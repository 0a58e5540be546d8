package org.paysign.routes;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paysign.cli.RunningBundle;

/** What a running bundle tells Prometheus at this moment. */
record Scrape(String text) {

    private static final Pattern TYPE = Pattern.compile("^# TYPE (\\S+) (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    static Scrape of(RunningBundle bundle) throws IOException {
        String answer =
                RawHttp.exchange(bundle.managementPort(), "GET /observe/metrics HTTP/1.0\r\nHost: localhost\r\n\r\n");
        return new Scrape(answer.replace("\r", ""));
    }

    /** The value of the first series of this name that has all these parts between its braces; NaN if there is none. */
    double figure(String name, String... parts) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(parts).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Name, type and labels of what begins so, as a line of the page has them. */
    Map<String, String> shapes(String prefix) {
        Map<String, String> shapes = new TreeMap<>();
        Matcher types = TYPE.matcher(text);
        while (types.find()) {
            String name = types.group(1);
            if (name.startsWith(prefix) && !(types.group(2).equals("gauge") && name.endsWith("_max"))) {
                shapes.put(name, types.group(2) + " | " + labels(name));
            }
        }
        return shapes;
    }

    private String labels(String name) {
        String series = text.lines()
                .filter(line -> line.matches(Pattern.quote(name) + "(_count)?\\{.*"))
                .findFirst()
                .orElse("");
        TreeMap<String, String> labels = new TreeMap<>();
        LABEL.matcher(series).results().forEach(label -> labels.put(label.group(1), ""));
        return labels.isEmpty() ? "" : "`" + String.join("`, `", labels.keySet()) + "`";
    }
}
