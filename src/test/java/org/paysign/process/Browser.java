package org.paysign.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium on the pages of a sandbox. Where there is none the tests are skipped, or fail with
 * {@code -Dbrowser.required=true}.
 */
@NullUnmarked
final class Browser implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MISSING =
            "There is no Chromium here: apt-get install chromium chromium-driver fonts-noto-cjk,"
                    + " then ./mvnw verify -Dbrowser.required=true";

    private final Site sandbox;
    private ChromeDriver driver;

    private Browser(Site sandbox) {
        this.sandbox = sandbox;
    }

    static Browser on(Site sandbox) {
        return new Browser(sandbox);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> chromium = found("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = found("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            if (Boolean.getBoolean("browser.required")) {
                throw new AssertionError(MISSING);
            }
            Assumptions.abort(MISSING);
        }
        sandbox.start();
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                        .build(),
                options(chromium.orElseThrow()));
    }

    private static ChromeOptions options(Path chromium) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    private static Optional<Path> found(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (driver != null) {
            driver.quit();
        }
        sandbox.close();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page afresh, in a language. */
    void open(String hash, String language) {
        driver.get("about:blank");
        driver.get(sandbox.world("/?lang=" + language + hash).toString());
    }

    /** The width and height a page is laid out for; a window of Chromium cannot be as narrow as a phone. */
    void size(int width, long height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    WebElement see(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    void seeText(String css, String text) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> driver.findElement(By.tagName("main")).getText())
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
    }

    /** Clicks, once more when the page has drawn the element anew meanwhile. */
    void press(String css) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(css)
                .until(browser -> {
                    WebElement element = ExpectedConditions.elementToBeClickable(By.cssSelector(css))
                            .apply(browser);
                    if (element == null) {
                        return false;
                    }
                    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                    element.click();
                    return true;
                });
    }

    /** Waits until there is one, drawn with no matter what size. */
    void find(String css) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    }

    /** An attribute of all the elements there are, read at one moment. */
    List<String> attributes(String css, String name) {
        List<?> values = (List<?>) driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map(found => found.getAttribute(arguments[1]))",
                css,
                name);
        return values.stream().map(String::valueOf).toList();
    }

    boolean shows(String css) {
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    /** What the browser itself complains about, such as a breach of the content security policy. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }
}
