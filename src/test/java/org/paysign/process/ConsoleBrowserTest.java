package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.OutputType;

/** An operator in front of Hawtio, in a real browser: logs in, sees the routes at work, presses pollNow. */
@NullUnmarked
class ConsoleBrowserTest {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final SandboxProcess SANDBOX = SandboxProcess.named("console-browser");

    @RegisterExtension
    static final Browser BROWSER = Browser.on(SANDBOX);

    @Test
    void showsLiveRoutesAndPressesPollNow() throws Exception {
        awaitConsole();
        // Chromium keeps what an address brought and answers the dialog with it; pages under such an address cannot
        // fetch.
        BROWSER.driver().get("http://sandbox:sandbox@" + SANDBOX.management() + "/hawtio/favicon.ico");
        BROWSER.complaints();
        BROWSER.size(1440, 900);
        open("camel/routes?nid=org.apache.camel-folder-paysign-folder-routes-folder");
        BROWSER.see("main table tbody tr");
        long before = count("wake-silent");
        assertThat(before).isNotNegative();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(count("wake-silent")).isGreaterThan(before));
        picture("console-routes.png");

        open("jmx/attributes?nid=org.paysign-Agreements");
        BROWSER.press("main a[href*='/jmx/operations']");
        BROWSER.press("button[aria-labelledby^='operation pollNow()']");
        BROWSER.press("section[id='operation-execute-pollNow()'] button[type=submit]");
        BROWSER.seeText("section[id='operation-result-pollNow()'] pre", "agreements are due now");
        picture("console-press.png");

        assertThat(Files.readString(SANDBOX.output()))
                .contains("Operator sandbox@127.0.0.1 presses pollNow() of org.paysign:type=Agreements");
        // Browsers ask for it by themselves.
        assertThat(BROWSER.complaints()).allMatch(complaint -> complaint.contains("/favicon.ico"));
    }

    /** The sandbox's world is up before the bundle is. */
    private static void awaitConsole() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(Files.readString(SANDBOX.output()))
                .containsPattern("Apache Camel .* started in"));
    }

    private static void open(String path) {
        BROWSER.driver().get("http://" + SANDBOX.management() + "/hawtio/" + path);
    }

    /** The exchanges in the row of a route, or -1 if there is none yet. */
    private static long count(String route) {
        return (Long) BROWSER.driver()
                .executeScript(
                        "const row = [...document.querySelectorAll('main table tbody tr')]"
                                + ".find(row => row.cells[1].innerText.trim() === arguments[0]);"
                                + "return row ? Number(row.cells[7].innerText) : -1",
                        route);
    }

    private static void picture(String name) throws Exception {
        Files.createDirectories(SCREENS);
        Files.write(SCREENS.resolve(name), BROWSER.driver().getScreenshotAs(OutputType.BYTES));
    }
}
