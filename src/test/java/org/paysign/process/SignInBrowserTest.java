package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** A customer signs on the sandbox's page, in a real browser, and the outcome comes back to it. */
@NullUnmarked
class SignInBrowserTest {

    @RegisterExtension
    static final Browser BROWSER = Browser.on(SandboxProcess.named("sign-in-browser"));

    @AfterEach
    void hasNothingToComplainAbout() {
        assertThat(BROWSER.complaints()).isEmpty();
    }

    @Test
    void signs() {
        openSigningPage();
        BROWSER.seeText("#screen .terms", "¥ 19.90");
        BROWSER.press("#agree");

        BROWSER.seeText("#alert-title", "success");
        BROWSER.seeText("#alert-text", "\"resultStatus\":\"7000\"");
        BROWSER.press("#alert-ok");
        BROWSER.seeText("#mini-outcome", "agreement.signed");
        BROWSER.see("#journey .node.lit[data-state=SIGNED]");
        BROWSER.seeText("[data-station=outcome]", "success");
    }

    @Test
    void leavesWithoutSigning() {
        openSigningPage();
        BROWSER.press("#leave");

        BROWSER.seeText("#alert-title", "fail");
        BROWSER.seeText("#alert-text", "6001");
        BROWSER.press("#alert-ok");
        BROWSER.seeText("#mini-outcome", "agreement.cancelled");
        BROWSER.see("#journey .node.lit[data-state=CANCELLED]");
    }

    @ParameterizedTest
    @CsvSource({
        "cancel-signed, 6001, agreement.signed, SIGNED",
        "fail, 7002, agreement.retry, FAILED",
        "unknown-signed, 7001, agreement.signed, SIGNED",
        "network, 6002, agreement.retry, FAILED",
    })
    void playsWhatTheDrawerOffers(String act, String code, String outcome, String state) {
        openSigningPage();
        letHappen(act, "lost");

        BROWSER.seeText("#alert-title", "fail");
        BROWSER.seeText("#alert-text", code);
        BROWSER.press("#alert-ok");
        BROWSER.seeText("#mini-outcome", outcome);
        BROWSER.see("#journey .node.lit[data-state=" + state + "]");
    }

    @Test
    void neverTellsTheMerchantOfAForgedResult() {
        openSigningPage();
        letHappen("forge", "on");

        BROWSER.seeText("#alert-title", "success");
        BROWSER.press("#alert-ok");
        BROWSER.see("#journey .node.lit[data-state=UNKNOWN]");
        BROWSER.seeText("#log", "result-unproven");
        BROWSER.seeText("#log .entry.alipay", "USER_AGREEMENT_NOT_EXIST");
        assertThat(BROWSER.shows("#mini-outcome")).isFalse();
        assertThat(BROWSER.shows("#log .entry.outcome")).isFalse();
    }

    @Test
    void learnsOfASilentPhoneByTheNotice() {
        openSigningPage();
        letHappen("silent", "on");

        BROWSER.see("#mini-silent");
        BROWSER.seeText("#mini-outcome", "agreement.signed");
        assertThat(BROWSER.shows("#alert-title")).isFalse();
        BROWSER.seeText("#log", "take-notice");
    }

    @ParameterizedTest
    @CsvSource({
        "encodedAgain, three times",
        "decodedOnce, URL-encoded once",
        "decodedTwice, Not URL-encoded at all",
        "amountChanged, the text was changed after signing",
        "otherCharset, charset is GBK",
        "otherApp, It was signed for the application of demo",
        "otherTime, is not in time",
    })
    void tellsTheDeveloperWhyAlipayRefuses(String damage, String reason) {
        BROWSER.open("", "en");
        BROWSER.press("#shop-drawer > summary");
        new Select(BROWSER.see("#shop-damage")).selectByValue(damage);
        BROWSER.press("#paySignCenter");

        BROWSER.see("#refusal");
        BROWSER.seeText("#developer .findings", reason);
        BROWSER.press("#refusal-back");
        BROWSER.seeText("#alert-text", "7002");
        BROWSER.press("#alert-ok");
        BROWSER.seeText("#mini-outcome", "agreement.retry");
    }

    @Test
    void showsEveryTryWhileTheGatewayAndTheEndpointAreInTrouble() {
        openSigningPage();
        BROWSER.press("#happen > summary");
        // Until it is mended: others are asked about too, and would use up a number of faults.
        order("gateway", "http500", -1);
        order("endpoint", "success", 1);
        BROWSER.press("input[name=act][value=unknown-signed]");
        BROWSER.press("input[name=notify][value=lost]");
        BROWSER.press("#let-it");
        BROWSER.press("#alert-ok");
        BROWSER.seeText("#log", "Alipay was asked: HTTP 500.");
        BROWSER.seeText("#log", "time(s) without an end; next question at");
        assertThat(BROWSER.shows("#mini-outcome")).isFalse();
        BROWSER.driver()
                .executeScript(
                        "fetch('/alipay/faults', {method: 'POST', body: '{\"kind\": \"http500\", \"next\": 0}'})");

        BROWSER.seeText("#mini-outcome", "agreement.signed");
        BROWSER.seeText("#log", "success answered 503 to agreement.signed");
        BROWSER.seeText("#log", "success got agreement.signed, version 1");
    }

    @Test
    void showsWhereTheSignStrWasChanged() {
        BROWSER.open("", "en");
        BROWSER.press("#shop-drawer > summary");
        new Select(BROWSER.see("#shop-damage")).selectByValue("amountChanged");
        BROWSER.press("#paySignCenter");

        BROWSER.seeText("#developer .difference", "\"single_amount\":\"99.90");
        BROWSER.seeText("#developer .difference", "\"single_amount\":\"19.90");
    }

    @Test
    void opensNoSigningPageOnAnOldClient() {
        BROWSER.open("", "en");
        BROWSER.press("#shop-drawer > summary");
        BROWSER.see("#shop-clientVersion").clear();
        BROWSER.see("#shop-clientVersion").sendKeys("10.0.9");
        BROWSER.press("#paySignCenter");

        BROWSER.seeText("#mini-error", "alipays://platformapi/startapp");
        assertThat(BROWSER.shows("#agree")).isFalse();
    }

    @Test
    void keepsAMessageOpenWhileMoreHappens() {
        openSigningPage();
        BROWSER.press("#log .entry:last-child details > summary");
        BROWSER.seeText("#log .entry:last-child pre", "138****2877");
        BROWSER.press("#agree");
        BROWSER.press("#alert-ok");

        BROWSER.seeText("#mini-outcome", "agreement.signed");
        BROWSER.seeText("#log .entry:last-child pre", "138****2877");
    }

    @Test
    void worksWithTheKeyboardAlone() {
        BROWSER.open("", "en");
        BROWSER.see("#paySignCenter").sendKeys(Keys.ENTER);
        BROWSER.see("#agree").sendKeys(Keys.SPACE);
        BROWSER.see("#alert-ok");
        assertThat(BROWSER.driver().switchTo().activeElement().getDomAttribute("id"))
                .as("where the focus is when the alert opens")
                .isEqualTo("alert-ok");
        BROWSER.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        BROWSER.seeText("#mini-outcome", "agreement.signed");
    }

    private static void openSigningPage() {
        BROWSER.open("", "en");
        BROWSER.press("#paySignCenter");
        BROWSER.see("#agree");
    }

    private static void order(String what, String kind, int times) {
        new Select(BROWSER.see("#" + what + "-kind")).selectByValue(kind);
        BROWSER.see("#" + what + "-count").clear();
        BROWSER.see("#" + what + "-count").sendKeys(String.valueOf(times));
        BROWSER.press("#" + what + "-order");
        BROWSER.seeText("fieldset:has(#" + what + "-order) [role=status]", "Ordered.");
    }

    private static void letHappen(String act, String notice) {
        BROWSER.press("#happen > summary");
        BROWSER.press("input[name=act][value=" + act + "]");
        BROWSER.press("input[name=notify][value=" + notice + "]");
        assertThat(BROWSER.driver().findElements(By.cssSelector("input[name=act]")))
                .hasSize(10);
        BROWSER.press("#let-it");
    }
}
