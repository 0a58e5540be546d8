package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.support.Alarm;
import org.paysign.support.Queries;

/** Whoever is woken by an alarm finds what to do. */
class AlarmPageTest {

    private static final Path PAGES = Path.of("src", "site", "markdown");
    private static final String ENGLISH = "what-to-do-when.md";
    private static final String CHINESE = "what-to-do-when.zh-CN.md";
    private static final Pattern SECTION = Pattern.compile("^### (\\w+)$", Pattern.MULTILINE);
    private static final List<String> PARTS =
            List.of("**Means**", "**Does not mean**", "**Look**", "**Press**", "**Afterwards**", "**Tried out**");

    static Stream<Alarm> alarms() {
        return Alarm.all().stream();
    }

    private static String page(String name) {
        return Repository.text(PAGES.resolve(name));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<String> names() {
        return alarms().map(Alarm::name).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void hasOneSectionForEachAlarmInTheirOrder(String page) {
        assertThat(found(SECTION, page(page))).isEqualTo(names());
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void saysWhatToDo(Alarm alarm) {
        String section =
                page(ENGLISH).split("### " + alarm.name() + "\n", -1)[1].split("\n##", -1)[0];
        assertThat(PARTS).allSatisfy(part -> assertThat(section).contains("- " + part + ": "));
        assertThat(alarm.severity()).isIn("critical", "warning");
        assertThat(alarm.annotations()).containsOnlyKeys("summary", "description", "runbook_url");
        assertThat(alarm.annotations().get("description")).hasSizeGreaterThan(40);
        assertThat(alarm.annotations().get("runbook_url"))
                .endsWith("/what-to-do-when#" + alarm.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void triesEachAlarmOut() {
        String cases = Repository.files("src/test/resources/prometheus", ".test.yml").stream()
                .map(Repository::text)
                .collect(Collectors.joining());
        assertThat(new TreeSet<>(found(Pattern.compile("alertname=\"(\\w+)\""), cases)))
                .containsExactlyInAnyOrderElementsOf(names());
    }

    /** A test that the page names has to be there. */
    @Test
    void namesTestsThatExist() {
        Set<String> tests = new TreeSet<>();
        Repository.files("src/test/java", "Test.java").forEach(file -> {
            String type = String.valueOf(file.getFileName()).replace(".java", "");
            tests.add(type);
            found(Pattern.compile("^    void (\\w+)\\(", Pattern.MULTILINE), Repository.text(file))
                    .forEach(method -> tests.add(type + "." + method));
        });
        assertThat(found(Pattern.compile("`(\\w+Test(?:\\.\\w+)?)`"), page(ENGLISH)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(tests).contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void linksWhatIsThere(String file) {
        String page = page(file);
        assertThat(found(Pattern.compile("\\(#(\\w+)\\)"), page))
                .isSubsetOf(names().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(found(Pattern.compile("\\]\\(([\\w./-]+)\\)"), page))
                .allSatisfy(link -> assertThat(PAGES.resolve(link)).exists());
    }

    @Test
    void dashboardAsksAVariableDatasourceAndHasNoPanelTwice() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(Queries.DASHBOARD.toFile());
        assertThat(dashboard.path("panels"))
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates();
        List<JsonNode> asking = StreamSupport.stream(dashboard.path("panels").spliterator(), false)
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
        assertThat(asking).hasSizeGreaterThan(20).allSatisfy(panel -> {
            assertThat(panel.findValuesAsText("uid")).isNotEmpty().containsOnly("${datasource}");
            assertThat(panel.path("description").asText()).isNotEmpty();
            assertThat(panel.path("targets")).isNotEmpty();
        });
    }

    @Test
    void readsSelectorsOutOfQueries() {
        assertThat(Queries.selectors("max by (job, what) (a_b{c=\"d{}\"}) > on (job) rate(e[5m] offset 1d) and f == 0"))
                .containsExactly("a_b{c=\"d{}\"}", "e", "f");
        assertThat(Queries.selectors("histogram_quantile(0.95, sum by (le) (rate(x_bucket{y=~\"z|w\"}[1m])))"))
                .containsExactly("x_bucket{y=~\"z|w\"}");
    }
}
