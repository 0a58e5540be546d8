package org.paysign.routes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paysign.routes.RawHttp.request;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;
import org.paysign.http.PublicServer;
import org.paysign.notify.Refusals;

class PublicPortTest {

    private static final String PATH = "/alipay/notify";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    @RegisterExtension
    static final RunningBundle BUNDLE =
            new RunningBundle().with("paysign.http.longest", "3000").with("paysign.http.idle", "2000");

    @RegisterExtension
    static final CapturedLog LOG = new CapturedLog();

    private static int port() {
        return BUNDLE.bean("publicServer", PublicServer.class).port();
    }

    private static String exchange(String request) throws Exception {
        String answer = RawHttp.exchange(port(), request);
        assertThat(answer)
                .doesNotContainIgnoringCase("\r\nServer:")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("CANARY");
        return answer;
    }

    private static void refuses(int status, String request) throws Exception {
        String answer = exchange(request);
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).isEmpty();
    }

    private static String good(Deal deal) {
        return new String(Sent.signed(deal).form(), ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void refusesOtherMethods(String method) throws Exception {
        refuses(405, request(method + " " + PATH, "", "X: CANARY\r\n"));
        assertThat(exchange(request(method + " " + PATH + "?CANARY=1", ""))).contains("Allow: POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: application/json; CANARY\r\n",
                "Content-Type: text/plain\r\n",
                "Content-Type: multipart/form-data; boundary=CANARY\r\n",
                "Content-Type: application/x-java-serialized-object\r\n",
                "Content-Type: application/x-www-form-urlencodedCANARY\r\n"
            })
    void refusesOtherTypes(String type) throws Exception {
        refuses(415, request("POST " + PATH, good(Deal.open(BUNDLE)), type));
    }

    /** Alipay itself sends the first of these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded; text/html; charset=utf-8",
                "application/x-www-form-urlencoded;charset=GBK",
                "APPLICATION/X-WWW-FORM-URLENCODED"
            })
    void takesTheTypeOfAFormHoweverItIsWritten(String type) throws Exception {
        Deal deal = Deal.open(BUNDLE);

        assertThat(exchange(request("POST " + PATH, good(deal), "Content-Type: " + type + "\r\n")))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\nsuccess");

        assertThat(deal.state()).isEqualTo(State.SIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANARY", "none", "utf-16", "\"", "%00"})
    void mindsNoCharsetOfTheType(String charset) throws Exception {
        String type = "Content-Type: application/x-www-form-urlencoded; charset=" + charset + "\r\n";
        String answer = exchange(request("POST " + PATH, good(Deal.open(BUNDLE)), type));
        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nsuccess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CANARY", "{\"CANARY\":1}", "a=%ZCANARY", "<a>CANARY</a>"})
    void refusesWhatIsNoForm(String body) throws Exception {
        refuses(400, request("POST " + PATH, body, FORM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/CANARY",
                "/alipay",
                "/alipay/notify/CANARY",
                "/alipay/%2e%2e/CANARY",
                "/alipay/notify;CANARY"
            })
    void knowsNoOtherPath(String path) throws Exception {
        String answer = exchange(request("POST " + path, "CANARY=1", FORM));
        assertThat(answer).containsPattern("^HTTP/1.1 (400|404|200) ").doesNotContain("success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANARY\r\n\r\n", "POST / HTTP/9.9\r\n\r\n", "GET /\r\n\r\n", "POST / HTTP/1.1\r\n\r\n"})
    void turnsAwayWhatIsNoHttp(String nonsense) throws Exception {
        assertThat(exchange(nonsense)).containsPattern("^HTTP/1.1 (400|505) ");
    }

    @Test
    void refusesTooManyBytes() throws Exception {
        refuses(413, "POST " + PATH + " HTTP/1.1\r\nHost: x\r\n" + FORM + "Content-Length: 65537\r\n\r\n");
        assertThat(exchange(request("POST " + PATH, "a=" + "1".repeat(65534), FORM)))
                .endsWith("\r\n\r\nfail");
        refuses(431, request("POST " + PATH, "", "X: " + "CANARY".repeat(2000) + "\r\n"));
    }

    private static String chunked(String body, int size) {
        StringBuilder text = new StringBuilder("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n" + FORM + "\r\n");
        for (int at = 0; at < body.length(); at += size) {
            String piece = body.substring(at, Math.min(at + size, body.length()));
            text.append(Integer.toHexString(piece.length()))
                    .append("\r\n")
                    .append(piece)
                    .append("\r\n");
        }
        return text.toString();
    }

    @Test
    void readsPieces() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        assertThat(exchange(chunked(good(deal), 7) + "0\r\n\r\n")).endsWith("success");
        assertThat(deal.state()).isEqualTo(State.SIGNED);
    }

    @Test
    void cutsPiecesThatNeverEnd() throws Exception {
        refuses(413, chunked("a=" + "1".repeat(65_536), 4096));
        assertThat(exchange(chunked("a=1", 3) + "zz\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void unzipsNothing() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(good(Deal.open(BUNDLE)).getBytes(ISO_8859_1));
        }
        refuses(400, request("POST " + PATH, zipped.toString(ISO_8859_1), FORM, "Content-Encoding: gzip\r\n"));
    }

    /** One slow sender more than there are threads, and a good notice gets through all the same. */
    @Test
    void keepsNoThreadForSlowSenders() throws Exception {
        List<RawHttp> slow = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String start = "POST " + PATH + " HTTP/1.1\r\nHost: x\r\n" + FORM + "Content-Length: 1000\r\n\r\na=1";
            slow.add(new RawHttp(port()).send(i % 2 == 0 ? start : start.substring(0, 20)));
        }
        assertThat(Sent.signed(Deal.open(BUNDLE)).answer()).isEqualTo("200 success");
        for (RawHttp one : slow) {
            assertThat(one.answer()).doesNotContain("success").doesNotContain("CANARY");
            one.close();
        }
    }

    /** Each byte comes within the idle time, and the whole never: the deadline cuts it. */
    @Test
    void cutsSenderOfOneByteNowAndThen() throws Exception {
        ExecutorService drip = Executors.newSingleThreadExecutor();
        try (RawHttp http = new RawHttp(port())) {
            http.send("POST " + PATH + " HTTP/1.1\r\nHost: x\r\n" + FORM + "Content-Length: 60000\r\n\r\n");
            Future<?> sending = drip.submit(() -> {
                for (int i = 0; i < 60_000; i++) {
                    http.send("a");
                    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                }
                return null;
            });
            assertThat(http.answer()).doesNotContain("200");
            sending.cancel(true);
        } finally {
            drip.shutdownNow();
        }
    }

    @Test
    void staysUnaffectedByForgeries() throws Exception {
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            deals.add(Deal.open(BUNDLE));
        }
        Deal target = Deal.open(BUNDLE);
        byte[] genuine = Sent.signed(target).form();
        long refusedBefore = BUNDLE.bean("noticeRefusals", Refusals.class).total();
        int linesBefore = LOG.events().size();
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        ExecutorService forgers = Executors.newFixedThreadPool(4);
        List<Future<?>> forging = new ArrayList<>();
        for (int forger = 0; forger < 4; forger++) {
            Random random = new Random(forger);
            forging.add(forgers.submit(() -> {
                for (int i = 0; i < 2500; i++) {
                    answers.add(BUNDLE.notice(forged(genuine, random)));
                }
                return null;
            }));
        }
        for (Deal deal : deals) {
            assertThat(Sent.signed(deal).answer()).isEqualTo("200 success");
        }
        for (Future<?> forger : forging) {
            forger.get();
        }
        forgers.shutdownNow();
        assertThat(answers).hasSize(10_000).allMatch(answer -> answer.equals("200 fail") || answer.equals("400 "));
        assertThat(deals).allMatch(deal -> deal.state() == State.SIGNED);
        assertThat(target.state()).isEqualTo(State.ISSUED);
        assertThat(BUNDLE.bean("noticeRefusals", Refusals.class).total() - refusedBefore)
                .isEqualTo(10_000);
        assertThat(LOG.events().subList(linesBefore, LOG.events().size()))
                .filteredOn(line -> line.contains("refused"))
                .hasSizeLessThan(5);
    }

    /** Puts a digit where another character was. */
    private static byte[] forged(byte[] genuine, Random random) {
        byte[] forged = genuine.clone();
        int at = random.nextInt(forged.length);
        forged[at] = (byte) (forged[at] == '0' ? '1' : '0');
        return forged;
    }
}
