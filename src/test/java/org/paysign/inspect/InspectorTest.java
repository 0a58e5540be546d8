package org.paysign.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paysign.inspect.Bench.ALIPAY;
import static org.paysign.inspect.Bench.APP;
import static org.paysign.inspect.Bench.BIZ;
import static org.paysign.inspect.Bench.GBK;
import static org.paysign.inspect.Bench.NODE;
import static org.paysign.inspect.Bench.UTF_8;
import static org.paysign.inspect.Bench.encode;
import static org.paysign.inspect.Bench.form;
import static org.paysign.inspect.Bench.good;
import static org.paysign.inspect.Bench.inspect;
import static org.paysign.inspect.Bench.parameters;
import static org.paysign.inspect.Bench.result;
import static org.paysign.inspect.Bench.sign;
import static org.paysign.inspect.Bench.with;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.merchant.KeyRing;
import org.paysign.merchant.RingKey;
import org.paysign.signature.RsaSigner;
import org.paysign.signature.SignContent;
import org.paysign.signature.SignType;
import org.paysign.signature.SignedForm;
import org.paysign.support.AlipayNotice;
import org.paysign.support.SampleMerchant;
import org.paysign.support.Vectors;

/** Every broken text is made of a good one, by the mistake that has to be named. */
class InspectorTest {

    static Stream<Arguments> goodTexts() {
        String form = good().encoded();
        String page = "{\"resultStatus\":\"7000\",\"result\":" + quoted(result()) + "}";
        return Stream.of(
                Arguments.of(Kind.SIGN_STR, good().signStr()),
                Arguments.of(Kind.SIGN_STR, good().signStr() + "\n"),
                Arguments.of(Kind.SIGN_STR, "{\"requestId\":\"r\",\"signStr\":" + quoted(good().signStr()) + "}"),
                Arguments.of(
                        Kind.SIGN_STR, "alipays://platformapi/startapp?appId=60000157&sign_params=" + good().signStr()),
                Arguments.of(Kind.REQUEST, "https://openapi.alipay.com/gateway.do?" + form),
                Arguments.of(Kind.SYNC_RESULT, result()),
                Arguments.of(Kind.SYNC_RESULT, quoted(result())),
                Arguments.of(Kind.SYNC_RESULT, result().replace("\\", "\\\\").replace("\"", "\\\"")),
                Arguments.of(Kind.SYNC_RESULT, page),
                Arguments.of(Kind.SYNC_RESULT, "{\"result\":" + result() + ",\"resultStatus\":7000}"),
                Arguments.of(Kind.NOTICE, notice(AlipayNotice.signed())),
                Arguments.of(Kind.NOTICE, notice(AlipayNotice.unsigned().underV2())),
                Arguments.of(Kind.NOTICE, notice(AlipayNotice.signed().withCharset("GBK"))),
                Arguments.of(Kind.ANSWER, answer("{\"code\":\"40004\",\"sub_code\":\"USER_AGREEMENT_NOT_EXIST\"}")),
                Arguments.of(Kind.SIGN_REQUEST, "{\"requestId\":\"r\",\"bizContent\":{}}"));
    }

    @ParameterizedTest
    @MethodSource("goodTexts")
    void findsGoodTextsGood(Kind kind, String text) {
        Inspection found = inspect(text);

        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.cause()).isEmpty();
        assertThat(found.about().getOrDefault("merchant", "shop")).isEqualTo("shop");
    }

    static Stream<Arguments> brokenTexts() {
        return Stream.of(requests(), signatures(), notices(), results()).flatMap(each -> each);
    }

    private static Stream<Arguments> requests() {
        Map<String, String> sent = parameters();
        String text = SignContent.of(sent);
        Map<String, String> untyped = new TreeMap<>(sent);
        untyped.remove("sign_type");
        Map<String, String> encoded = new TreeMap<>(sent);
        encoded.replaceAll((name, value) -> encode(value));
        String unsorted = sent.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.joining("&"));
        Map<String, String> empty = with(sent, "return_url", "");
        Map<String, String> typed = with(sent, "sign_type", "RSA");
        String sha1 = new RsaSigner(APP, SignType.RSA, UTF_8).sign(text);
        String gbk = new RsaSigner(APP, SignType.RSA2, GBK).sign(text);
        Map<String, String> iso = with(sent, "timestamp", "2026-11-23T11:55:00");
        Map<String, String> old = with(sent, "timestamp", "2026-11-23 11:40:00");
        Map<String, String> early = with(sent, "timestamp", "2026-11-23 13:00:00");
        Map<String, String> theirs = with(sent, "app_id", "2021000000000077");
        return Stream.of(
                broken(Cause.DOUBLE_ENCODED, encode(good().signStr())),
                broken(Cause.DOUBLE_ENCODED, encode(encode(good().signStr()))),
                broken(Cause.NOT_ENCODED, good().encoded()),
                broken(Cause.WHITESPACE, "\uFEFF" + good().signStr()),
                broken(Cause.WHITESPACE, good().signStr() + " \n\n"),
                broken(Cause.WHITESPACE, good().signStr().replaceFirst("biz", "\nbiz")),
                broken(Cause.WHITESPACE, form(sent, text + "\n").signStr()),
                broken(
                        Cause.HTML_ESCAPED,
                        "https://a.example/?" + good().encoded().replace("&", "&amp;")),
                broken(Cause.NOT_SORTED, form(sent, unsorted).signStr()),
                broken(
                        Cause.SIGN_INCLUDED,
                        form(sent, text.replace("&sign_type", "&sign=&sign_type"))
                                .signStr()),
                broken(
                        Cause.SIGN_TYPE_LEFT_OUT,
                        form(sent, SignContent.of(untyped)).signStr()),
                broken(Cause.NOT_DECODED, form(sent, SignContent.of(encoded)).signStr()),
                broken(Cause.EMPTY_VALUES, raw(empty, sign(APP, text.replace("&sign_type", "&return_url=&sign_type")))),
                broken(Cause.SIGN_TYPE_MISMATCH, raw(sent, sha1)),
                broken(Cause.SIGN_TYPE_MISMATCH, form(typed, text).signStr()),
                broken(
                        Cause.SIGN_TYPE_MISMATCH,
                        form(typed, SignContent.of(typed)).signStr()),
                broken(Cause.WRONG_CHARSET, raw(sent, gbk)),
                broken(
                        Cause.JSON_REWRITTEN,
                        form(with(sent, "biz_content", BIZ.replace(",\"", ", \"")), text)
                                .signStr()),
                broken(
                        Cause.LOST_BACKSLASH,
                        form(sent, text.replace("a/b", "a\\/b")).signStr()),
                broken(
                        Cause.BACKSLASH_ADDED,
                        form(with(sent, "biz_content", BIZ.replace("a/b", "a\\/b")), text)
                                .signStr()),
                broken(Cause.OTHER_MERCHANT, raw(sent, sign(Bench.OTHER_APP.getPrivate(), text))),
                broken(Cause.OTHER_MERCHANT, raw(theirs, sign(APP, text))),
                broken(Cause.BAD_TIME_FORMAT, form(iso, SignContent.of(iso)).signStr()),
                broken(Cause.EXPIRED, form(old, SignContent.of(old)).signStr()),
                broken(Cause.CLOCK_AHEAD, form(early, SignContent.of(early)).signStr()),
                broken(Cause.NO_PROFILE, raw(with(sent, "app_id", "2021000000000099"), sign(APP, "x"))),
                broken(Cause.CHANGED, form(sent, text + "x").signStr()),
                broken(Cause.CHANGED, raw(sent, sign(Bench.OTHER_ALIPAY.getPrivate(), text))));
    }

    private static Stream<Arguments> signatures() {
        String signature = sign(ALIPAY, NODE);
        byte[] bytes = Base64.getDecoder().decode(signature);
        String wrapped = Base64.getMimeEncoder().encodeToString(bytes).replace("\r\n", "\\n");
        return Stream.of(
                broken(Cause.PLUS_LOST, result(NODE, plusLost(signature))),
                broken(
                        Cause.URL_SAFE_BASE64,
                        result(NODE, Base64.getUrlEncoder().encodeToString(bytes))),
                broken(Cause.SIGNATURE_LENGTH, result(NODE, signature.replace("=", ""))),
                broken(Cause.WHITESPACE, result(NODE, wrapped)),
                broken(Cause.DOUBLE_ENCODED, result(NODE, encode(signature))),
                broken(Cause.SIGNATURE_NOT_BASE64, result(NODE, HexFormat.of().formatHex(bytes))),
                broken(Cause.SIGNATURE_NOT_BASE64, result(NODE, "'" + signature.substring(1))),
                broken(Cause.SIGNATURE_LENGTH, result(NODE, signature.substring(0, 256))),
                broken(Cause.MISSING_SIGNATURE, result(NODE, "")),
                broken(Cause.SIGNED_BY_APP, result(NODE, sign(APP, NODE))),
                broken(Cause.OTHER_MERCHANT, result(NODE, sign(Bench.OTHER_ALIPAY.getPrivate(), NODE))),
                broken(Cause.SIGN_TYPE_MISMATCH, result(NODE, new RsaSigner(ALIPAY, SignType.RSA, UTF_8).sign(NODE))));
    }

    private static Stream<Arguments> notices() {
        AlipayNotice good = AlipayNotice.signed();
        String form = notice(good);
        Map<String, String> sent = good.sent();
        Map<String, String> unsigned = new TreeMap<>(sent);
        unsigned.remove("sign");
        Map<String, String> twice = new TreeMap<>(sent);
        twice.replaceAll((name, value) -> encode(value));
        AlipayNotice slash = good.with("external_logon_id", "a/b");
        AlipayNotice odd = good.with("external_logon_id", "a+b 1%26=张三");
        String plain = odd.sent().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        return Stream.of(
                broken(Cause.MISSING_SIGNATURE, text(good.form(unsigned))),
                broken(Cause.DOUBLE_ENCODED, text(good.form(twice))),
                broken(Cause.DOUBLE_ENCODED, encode(form)),
                broken(Cause.ALREADY_DECODED, plain),
                broken(Cause.PLUS_LOST, form.replace("%2B", "+").replace("a+b", "a%2Bb")),
                broken(Cause.HTML_ESCAPED, form.replace("&", "&amp;")),
                broken(Cause.EMPTY_VALUES, form + "&memo="),
                broken(Cause.SIGN_TYPE_MISMATCH, text(good.form(with(sent, "sign_type", "RSA")))),
                broken(Cause.WRONG_CHARSET, text(good.form(misread(sent)))),
                broken(Cause.BACKSLASH_ADDED, text(slash.form(with(slash.sent(), "external_logon_id", "a\\/b")))),
                broken(Cause.WHITESPACE, text(good.form(with(sent, "status", "NORMAL ")))),
                broken(Cause.CHANGED, text(good.form(with(sent, "status", "UNSIGN")))));
    }

    private static Stream<Arguments> results() {
        String signature = sign(ALIPAY, NODE);
        String page = "{\"result\":" + quoted(quoted(result())) + ",\"resultStatus\":\"7000\"}";
        return Stream.of(
                broken(Cause.DOUBLE_ENCODED, page),
                broken(Cause.NOT_DECODED, encode(result())),
                broken(Cause.LOST_BACKSLASH, result(NODE.replace("\\/", "/"), signature)),
                broken(Cause.LOST_BACKSLASH, "{\"result\":\"" + result() + "\",\"resultStatus\":\"7000\"}"),
                broken(Cause.LOST_BACKSLASH, result(NODE.replace("\\\"", "\""), signature)),
                broken(Cause.BACKSLASH_ADDED, result(NODE, sign(ALIPAY, NODE.replace("\\/", "/")))),
                broken(Cause.JSON_REWRITTEN, result(NODE.replace(",\"", ",\n  \""), signature)),
                broken(Cause.JSON_REWRITTEN, result(NODE.replace("\"19.90\"", "19.9"), signature)),
                broken(Cause.JSON_REWRITTEN, result(NODE.replace("张三", "\\u5f20\\u4e09"), signature)),
                broken(Cause.JSON_REWRITTEN, result(sortedNode(), sign(ALIPAY, codeFirst()))),
                broken(Cause.HTML_ESCAPED, result().replace("\"", "&quot;")),
                broken(Cause.WRONG_CHARSET, new String(result().getBytes(UTF_8), StandardCharsets.ISO_8859_1)),
                broken(Cause.WRONG_CHARSET, result(NODE, new RsaSigner(ALIPAY, SignType.RSA2, GBK).sign(NODE))),
                broken(Cause.AMBIGUOUS, result().replace("{\"alipay", "{\"x\":1,\"alipay")),
                broken(Cause.CHANGED, result(NODE.replace("NORMAL", "STOP"), signature)),
                broken(Cause.NOT_RECOGNISED, "hello"),
                broken(Cause.NOT_RECOGNISED, ""),
                broken(Cause.TOO_LARGE, "x".repeat(Inspector.MAX_BYTES + 1)));
    }

    @ParameterizedTest
    @MethodSource("brokenTexts")
    void namesTheMistake(Cause cause, String text) {
        assertThat(inspect(text).cause()).contains(cause);
    }

    /** A cause that no test makes may be one that is never found. */
    @Test
    void makesEveryMistake() {
        Set<Cause> elsewhere =
                EnumSet.of(Cause.APP_KEY_AS_ALIPAY_KEY, Cause.KEY_NOT_IN_PAIR, Cause.NO_KEY, Cause.UNKNOWN_CERTIFICATE);
        Set<Object> made = brokenTexts().map(arguments -> arguments.get()[0]).collect(Collectors.toSet());

        assertThat(made).containsAll(EnumSet.complementOf(EnumSet.copyOf(elsewhere)));
        assertThat(made).doesNotContainAnyElementsOf(elsewhere);
    }

    @Test
    void namesWhatIsWrongWithTheKeys() {
        String app = Vectors.key("app.spki");
        String ali = Vectors.key("ali.spki");
        KeyRing pasted = Bench.ring("shop", SampleMerchant.APP_ID, app, app);
        KeyRing pair = new KeyRing(
                pasted.profile(),
                List.of(Bench.key("app-private-key", app), Bench.key("app-cert", Bench.bare(Bench.OTHER_APP))),
                List.of(certificate(ali, "0a1b")),
                Optional.empty());
        KeyRing nothing = new KeyRing(pasted.profile(), List.of(), List.of(), Optional.empty());
        String named = result().replace("\"sign_type\":\"RSA2\"", "\"alipay_cert_sn\":\"0a1c\"");

        assertThat(cause(result(), pasted)).isEqualTo(Cause.APP_KEY_AS_ALIPAY_KEY);
        assertThat(cause(result(NODE, sign(APP, NODE)), pasted)).isEqualTo(Cause.APP_KEY_AS_ALIPAY_KEY);
        assertThat(cause(good().signStr(), pair)).isEqualTo(Cause.KEY_NOT_IN_PAIR);
        assertThat(cause(result(), nothing)).isEqualTo(Cause.NO_KEY);
        assertThat(cause(named, pair)).isEqualTo(Cause.UNKNOWN_CERTIFICATE);
        assertThat(inspect(named.replace("0a1c", "0a1b").getBytes(UTF_8), pair).cause())
                .isEmpty();
    }

    private static Cause cause(String text, KeyRing ring) {
        return inspect(text.getBytes(UTF_8), ring).cause().orElseThrow();
    }

    private static RingKey certificate(String bare, String serial) {
        return new RingKey("alipay-cert", bare.strip(), Optional.of(serial), Optional.empty());
    }

    /** Where a flip hits the frame, what it made can be seen; in a signed value it is only a change. */
    @Test
    void takesFlippedBitsForNothingElse() {
        Set<Cause> plainToSee = EnumSet.of(
                Cause.CHANGED,
                Cause.AMBIGUOUS,
                Cause.NOT_RECOGNISED,
                Cause.NO_PROFILE,
                Cause.MISSING_SIGNATURE,
                Cause.SIGNATURE_NOT_BASE64,
                Cause.SIGNATURE_LENGTH);
        Random random = new Random(20261123);
        for (String text : List.of(good().signStr(), result(), notice(AlipayNotice.signed()))) {
            // The name of the node and what stands behind the signature are not signed.
            int start = Math.max(0, text.indexOf(NODE));
            int end = text.startsWith("{") ? text.indexOf("\",\"sign_type") : text.length();
            for (int i = 0; i < 60; i++) {
                byte[] bytes = text.getBytes(UTF_8);
                int at = start + random.nextInt(end - start);
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                assertThat(inspect(bytes, Bench.shop(), Bench.other()).cause())
                        .as("byte %d of %s", at, new String(bytes, StandardCharsets.ISO_8859_1))
                        .get()
                        .isIn(plainToSee);
            }
        }
    }

    @Test
    void takesFlippedBitsOfSignedValuesForAChange() {
        Random random = new Random(4);
        int start = result().indexOf("20266102");
        for (int i = 0; i < 40; i++) {
            byte[] bytes = result().getBytes(UTF_8);
            bytes[start + random.nextInt(20)] ^= (byte) (1 << random.nextInt(4));
            assertThat(inspect(bytes, Bench.shop()).cause()).contains(Cause.CHANGED);
        }
    }

    @Test
    void showsNothingPersonalAndNothingThatMovesTheCursor() {
        String evil = good().signStr().replace("T1", "%25%31%42");
        for (String text : List.of(
                good().signStr(),
                result(),
                notice(AlipayNotice.signed().with("alipay_user_id", "2088000000000001")),
                answer(
                        "{\"code\":\"40004\",\"sub_msg\":\"张三 13800001234\",\"x\":[\"张三\"],\"alipay_user_id\":2088000000000001}"),
                "{\"requestId\":\"r\",\"bizContent\":{\"identity_params\":{\"user_name\":\"张三\",\"cert_no\":\"110101199003074477\"}}}",
                good().signStr() + encode("&memo=" + encode("\u001b[31m\u202e 13800001234 a@b.example")),
                evil)) {
            Inspection found = inspect(text);
            String all = found.about()
                    + found.shown().decoded().toString()
                    + found.shown().canonical();

            assertThat(all)
                    .doesNotContain("张三", "13800001234", "2088000000000001", "110101199003074477", "a@b.example")
                    .doesNotContain("\u001b", "\u202e");
        }
    }

    @Test
    void survivesAnything() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "{", "\"", "\\", "&", "=", "%7B", "%", "result", "\":", "sign", "}", "\uD800", "[", ",", "1e999999999");
        Predicate<Inspection> answered = found -> found.cause().isPresent();
        for (int i = 0; i < 300; i++) {
            String text = random.ints(random.nextInt(40), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            assertThat(inspect(text)).matches(answered);
        }
        assertThat(inspect("{\"result\":".repeat(20_000))).matches(answered);
        assertThat(inspect(result("{\"x\":1e999999999}", sign(ALIPAY, "x")))).matches(answered);
        assertThat(inspect(" ".repeat(200_000) + "x" + " ".repeat(60_000) + "&"))
                .matches(answered);
    }

    private static Arguments broken(Cause cause, String text) {
        return Arguments.of(cause, text);
    }

    private static String raw(Map<String, String> parameters, String signature) {
        return new SignedForm(with(parameters, "sign", signature), UTF_8).signStr();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String text(byte[] form) {
        return new String(form, StandardCharsets.ISO_8859_1);
    }

    private static String notice(AlipayNotice notice) {
        return text(notice.form());
    }

    private static String answer(String node) {
        return "{\"alipay_user_agreement_query_response\":" + node + ",\"sign\":\"" + sign(ALIPAY, node) + "\"}";
    }

    private static String plusLost(String signature) {
        assertThat(signature).contains("+");
        return signature.replace('+', ' ');
    }

    /** Read as Latin-1 and sent on. */
    private static Map<String, String> misread(Map<String, String> sent) {
        Map<String, String> misread = new TreeMap<>(sent);
        misread.replaceAll((name, value) -> new String(value.getBytes(UTF_8), StandardCharsets.ISO_8859_1));
        return misread;
    }

    private static String sortedNode() {
        return "{\"agreement_no\":\"1\",\"app_id\":\"" + SampleMerchant.APP_ID
                + "\",\"code\":\"10000\",\"msg\":\"Success\"}";
    }

    private static String codeFirst() {
        return "{\"code\":\"10000\",\"msg\":\"Success\",\"agreement_no\":\"1\",\"app_id\":\"" + SampleMerchant.APP_ID
                + "\"}";
    }
}
