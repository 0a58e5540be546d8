package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;

/** How the pages look and read: pictures of them go to target/screens, for a person to look at. */
@NullUnmarked
class PagesLookTest {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final List<String> STATES = List.of("ISSUED", "UNKNOWN", "SIGNED", "CANCELLED", "FAILED", "ENDED");

    @RegisterExtension
    static final Browser BROWSER = Browser.on(SandboxProcess.named("pages-look").with("paysign.sandbox.seed", "true"));

    @ParameterizedTest
    @CsvSource({"en, 1280", "zh, 1280", "en, 390", "zh, 390"})
    void fitsAndReadsInEveryView(String language, int width) throws IOException {
        BROWSER.size(width, 900);
        BROWSER.open("", language);
        BROWSER.see("#paySignCenter");
        picture("mini-program", language, width);

        BROWSER.press("#paySignCenter");
        BROWSER.see("#agree");
        BROWSER.press("#happen > summary");
        picture("signing", language, width);

        BROWSER.press("#agree");
        BROWSER.see("#alert-ok");
        picture("result", language, width);
        BROWSER.press("#alert-ok");
        BROWSER.see("#mini-outcome");
        picture("journey", language, width);

        BROWSER.open("#/agreements", language);
        everyStateIsListed();
        BROWSER.find(".bar.success:not([height='0'])");
        BROWSER.find(".bar.requests:not([height='0'])");
        picture("list", language, width);
        assertThat(BROWSER.complaints()).isEmpty();
    }

    @Test
    void showsWhyAlipayRefusesOnASmallScreen() throws IOException {
        BROWSER.size(390, 900);
        BROWSER.open("", "en");
        BROWSER.press("#shop-drawer > summary");
        BROWSER.press("#shop-damage option[value=amountChanged]");
        BROWSER.press("#paySignCenter");
        BROWSER.see("#developer .difference");
        picture("refusal", "en", 390);
    }

    @Test
    void listsSeedsInEveryStateAndNarrowsThem() {
        BROWSER.size(1280, 900);
        BROWSER.open("#/agreements", "en");
        everyStateIsListed();

        BROWSER.press(".count.ENDED");
        BROWSER.see(".count.ENDED[aria-pressed=true]");
        BROWSER.see("#agreements .badge.ENDED");
        assertThat(BROWSER.attributes("#agreements .badge", "data-state"))
                .isNotEmpty()
                .containsOnly("ENDED");

        String number = BROWSER.attributes("#agreements tr", "data-number").get(0);
        BROWSER.see("#search").sendKeys(number);
        BROWSER.find("#agreements tr:only-child[data-number='" + number + "']");
        BROWSER.press("#agreements a");
        BROWSER.seeText("#journey-head", number);
        BROWSER.see("#journey .node.lit[data-state=ENDED]");
        BROWSER.press("#store-drawer > summary");
        BROWSER.seeText("#store-drawer", "ended");
        BROWSER.press("#jmx-drawer > summary");
        BROWSER.seeText("#jmx-drawer", "paysign.sign.request");
    }

    @Test
    void speaksTheOtherLanguageAtOnce() {
        BROWSER.size(1280, 900);
        BROWSER.open("", "en");
        BROWSER.seeText("h1", "Sign an agreement");
        BROWSER.press("#language");
        BROWSER.seeText("h1", "签一份协议");
        assertThat(BROWSER.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("zh-CN");
    }

    private static void everyStateIsListed() {
        STATES.forEach(state -> BROWSER.see("#agreements .badge." + state));
    }

    private static void picture(String view, String language, int width) throws IOException {
        assertThat((Long) BROWSER.driver().executeScript("return document.documentElement.scrollWidth"))
                .as("%s is wider than the screen", view)
                .isLessThanOrEqualTo(width);
        assertThat(seriousFindings()).as("axe on %s in %s", view, language).isEmpty();
        long height = (Long) BROWSER.driver().executeScript("return document.documentElement.scrollHeight");
        BROWSER.size(width, Math.max(900, height));
        Files.createDirectories(SCREENS);
        Files.write(
                SCREENS.resolve(view + "-" + language + "-" + width + ".png"),
                BROWSER.driver().getScreenshotAs(OutputType.BYTES));
        BROWSER.size(width, 900);
    }

    /** What axe-core finds serious or worse, each with the elements. */
    private static List<?> seriousFindings() throws IOException {
        try (InputStream axe = PagesLookTest.class.getResourceAsStream("/axe.min.js")) {
            BROWSER.driver()
                    .executeScript(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = BROWSER.driver()
                .executeAsyncScript(
                        """
                        const done = arguments[arguments.length - 1];
                        axe.run().then(result => done({
                          passes: result.passes.length,
                          serious: result.violations
                            .filter(finding => ['serious', 'critical'].includes(finding.impact))
                            .map(finding => finding.id + ': ' + finding.nodes.map(node => node.html).join(' | ')),
                        }), failure => done({passes: 0, serious: [String(failure)]}));
                        """);
        Map<?, ?> result = (Map<?, ?>) Objects.requireNonNull(found);
        assertThat((Long) result.get("passes")).as("rules that axe could check").isGreaterThan(10);
        return (List<?>) result.get("serious");
    }
}
