package org.paysign.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class JournalTest {

    private final Journal journal = new Journal(Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC));

    @Test
    void tellsWhatHappenedBeforeAndAfterSomebodyCame() throws InterruptedException {
        add("N1", 1);
        var follower = journal.follow("N1", 0);
        add("N1", 2);

        assertThat(steps(follower, 2)).containsExactly(1, 2);
    }

    @Test
    void tellsNothingOfOtherAgreements() throws InterruptedException {
        var follower = journal.follow("N1", 0);
        add("N2", 1);
        add("N1", 2);
        add(Journal.ALL, 3);

        assertThat(steps(follower, 2)).containsExactly(2, 3);
    }

    @Test
    void goesOnAfterWhatABrowserHasSeen() throws InterruptedException {
        add("N1", 1);
        var first = journal.follow("N1", 0).next().orElseThrow();
        add("N1", 2);

        var seen = Long.parseLong(first.substring("id: ".length(), first.indexOf('\n')));
        assertThat(steps(journal.follow("N1", seen), 1)).containsExactly(2);
    }

    @Test
    void keepsTheBeginningOfALongStoryAndItsEnd() throws InterruptedException {
        IntStream.rangeClosed(1, 1000).forEach(step -> add("N1", step));

        var steps = steps(journal.follow("N1", 0), 200);

        assertThat(steps).startsWith(1, 2, 3).endsWith(999, 1000).isSorted();
    }

    @Test
    void forgetsTheAgreementsOfLongAgo() throws InterruptedException {
        IntStream.rangeClosed(1, 1000).forEach(number -> add("N" + number, number));

        add("N1", 1001);
        assertThat(steps(journal.follow("N1", 0), 1)).containsExactly(1001);
        assertThat(steps(journal.follow("N1000", 0), 1)).containsExactly(1000);
    }

    @Test
    void knowsWhatSomebodyLooksAtAndWhatIsMoving() {
        var follower = journal.follow("N1", 0);
        add("N2", 1);

        assertThat(journal.moving(Duration.ofSeconds(1), 10)).containsExactly("N1", "N2");
        assertThat(journal.moving(Duration.ofSeconds(1), 0)).containsExactly("N1");
        follower.close();
        assertThat(journal.moving(Duration.ofSeconds(1), 0)).isEmpty();
    }

    @Test
    void endsEveryStreamWhenTheSandboxStops() throws InterruptedException {
        var follower = journal.follow("N1", 0);
        journal.close();

        assertThat(follower.next()).isEmpty();
    }

    private void add(String number, int step) {
        journal.add(number, "route", Json.object().put("step", step));
    }

    private static List<Integer> steps(Follower follower, int count) throws InterruptedException {
        var steps = new ArrayList<Integer>();
        while (steps.size() < count) {
            var text = follower.next().orElseThrow();
            steps.add(Json.read(text.substring(text.indexOf("data: ") + 6).strip())
                    .orElseThrow()
                    .path("step")
                    .intValue());
        }
        return steps;
    }
}
