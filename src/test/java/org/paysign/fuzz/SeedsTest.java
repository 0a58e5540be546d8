package org.paysign.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paysign.notify.NoticeFuzz;
import org.paysign.result.ResultFuzz;

/** The targets hold for what Jazzer starts from, so that they do not rot between its runs. */
class SeedsTest {

    @Test
    void holdsForGenuineNotices() {
        Stream.concat(NoticeFuzz.seeds().values().stream(), Stream.of(new byte[0], new byte[] {'%'}))
                .forEach(form -> assertThatCode(() -> NoticeFuzz.fuzzerTestOneInput(form))
                        .doesNotThrowAnyException());
    }

    @Test
    void holdsForGenuineResults() {
        Stream.concat(ResultFuzz.seeds().values().stream(), Stream.of(new byte[0], new byte[] {'{'}))
                .forEach(text -> assertThatCode(() -> ResultFuzz.fuzzerTestOneInput(text))
                        .doesNotThrowAnyException());
    }
}
