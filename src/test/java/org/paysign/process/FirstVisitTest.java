package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a copy of the sources and one command to a signed agreement on the page; how long it took is printed. */
@NullUnmarked
@EnabledIfSystemProperty(
        named = "first.visit",
        matches = "true",
        disabledReason =
                "builds once more: ./mvnw -Dtest=FirstVisitTest -Dfirst.visit=true -Dbrowser.required=true test")
class FirstVisitTest {

    private static final long START = System.nanoTime();
    private static final MavenSandbox SANDBOX = new MavenSandbox();

    @RegisterExtension
    static final Browser BROWSER = Browser.on(SANDBOX);

    @Test
    void endsWithASignedAgreement() throws IOException {
        BROWSER.open("", "en");
        BROWSER.press("#paySignCenter");
        BROWSER.press("#agree");
        BROWSER.press("#alert-ok");
        BROWSER.seeText("#mini-outcome", "agreement.signed");

        Duration took = Duration.ofNanos(System.nanoTime() - START);
        String told = "First visit: " + took.toSeconds() + " s from ./mvnw -q compile exec:java to a signed agreement";
        System.out.println(told);
        Files.writeString(Path.of("target", "first-visit.txt"), told + System.lineSeparator());
        assertThat(SANDBOX.output()).content().contains("sign an agreement at http://127.0.0.1:");
    }
}
