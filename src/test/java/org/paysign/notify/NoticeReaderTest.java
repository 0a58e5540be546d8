package org.paysign.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paysign.support.AlipayNotice.body;
import static org.paysign.support.AlipayNotice.signed;
import static org.paysign.support.AlipayNotice.unsigned;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.paysign.log.Trace;
import org.paysign.merchant.Merchant;
import org.paysign.signature.CertificateVerifier;
import org.paysign.signature.SignType;
import org.paysign.signature.Verifier;
import org.paysign.store.Agreement;
import org.paysign.support.AlipayNotice;
import org.paysign.support.SampleAgreement;
import org.paysign.support.SampleMerchant;
import org.paysign.support.Vectors;

class NoticeReaderTest {

    private static final Merchant SHOP = SampleMerchant.valid().profile();
    private static final NoticeReader READER = reader(List.of(SHOP), List.of(SampleAgreement.valid()));

    private static NoticeReader reader(List<Merchant> profiles, List<Agreement> stored) {
        return new NoticeReader(
                appId -> profiles.stream()
                        .filter(one -> one.appId().equals(appId))
                        .toList(),
                new StoredAgreements(stored));
    }

    @Test
    void readsWhatAlipaySigned() {
        Notice notice = READER.read(signed().form());
        assertThat(notice.merchant()).isEqualTo("shop");
        assertThat(notice.type()).isEqualTo("dut_user_sign");
        assertThat(notice.agreement()).contains(SampleAgreement.valid());
        assertThat(notice.fields()).isEqualTo(signed().sent());
        assertThat(notice.facts()).containsEntry("external_logon_id", "a+b 1&2=3%26=张三");
    }

    @Test
    void readsBothRules() {
        assertThat(READER.read(unsigned().form()).isKnown()).isTrue();
        assertThat(READER.read(signed().underV2().form()).isKnown()).isTrue();
    }

    private static Stream<Arguments> vectors() {
        return Vectors.own("notifies.json")
                .map(vector -> Arguments.of(vector.path("id").asText(), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void agreesWithTheVector(String id, JsonNode vector) {
        byte[] form = body(vector.path("form_body").asText());
        if (vector.path("expect").asText().equals("ACCEPT")) {
            assertThat(READER.read(form).isKnown()).isTrue();
        } else {
            assertThatThrownBy(() -> READER.read(form)).as(id).isInstanceOf(RefusedNotice.class);
        }
    }

    @Test
    void refusesEveryFlippedBit() {
        byte[] form = signed().form();
        assertThat(form).hasSizeBetween(900, 1400);
        for (int bit = 0; bit < form.length * 8; bit++) {
            byte[] flipped = form.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isTaken(flipped)).as(text(flipped)).isFalse();
        }
    }

    private static List<String> names() {
        return List.copyOf(signed().names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesParameterThatIsMissingEmptyDoubledOrEscapedTwice(String name) {
        AlipayNotice notice = signed();
        Map<String, String> sent = notice.sent();
        String pair = text(notice.form(Map.of(name, sent.getOrDefault(name, ""))));
        String form = text(notice.form());

        Map<String, String> without = new TreeMap<>(sent);
        without.remove(name);
        assertThat(isTaken(notice.form(without))).isFalse();
        without.put(name, "");
        assertThat(isTaken(notice.form(without))).isFalse();
        without.put(name, " ");
        assertThat(isTaken(notice.form(without))).isFalse();
        refuses(Refusal.DUPLICATE_PARAMETER, form + "&" + pair);
        refuses(Refusal.DUPLICATE_PARAMETER, pair + "&" + form);
        refuses(Refusal.DUPLICATE_PARAMETER, form + "&" + name + "=");

        String twice = form.replace(
                pair, name + "=" + pair.substring(name.length() + 1).replace("%", "%25"));
        assertThat(isTaken(body(twice))).isEqualTo(twice.equals(form));
    }

    @Test
    void refusesFormThatIsEscapedTwice() {
        refuses(Refusal.NOT_A_FORM, java.net.URLEncoder.encode(text(signed().form()), StandardCharsets.UTF_8));
    }

    @Test
    void readsParametersInAnyOrder() {
        List<String> pairs = new ArrayList<>(List.of(text(signed().form()).split("&")));
        for (int turn = 0; turn < pairs.size(); turn++) {
            Collections.rotate(pairs, 1);
            assertThat(isTaken(body(String.join("&", pairs)))).isTrue();
        }
        Collections.reverse(pairs);
        assertThat(isTaken(body(String.join("&", pairs)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"extra=", "extra=1", "zz=1", "sign_type2=RSA2", "Status=NORMAL", "alipay_cert_sn=1"})
    void refusesParameterThatWasNotSigned(String pair) {
        refuses(Refusal.WRONG_SIGNATURE, text(signed().form()) + "&" + pair);
    }

    @ParameterizedTest
    @CsvSource({"RSA", "rsa2", "SM2", "NONE", "''", "'RSA2 '"})
    void refusesAnotherSignTypeThanTheProfiles(String type) {
        refuses(Refusal.OTHER_SIGN_TYPE, text(signed().withSignType(type).form()));
        refuses(
                Refusal.OTHER_SIGN_TYPE,
                text(signed().withSignType(type).underV2().form()));
    }

    @Test
    void takesTheAlgorithmFromTheProfile() {
        Merchant old = SampleMerchant.valid().withType(SignType.RSA).profile();
        NoticeReader reader = reader(List.of(old), List.of(SampleAgreement.valid()));
        assertThatThrownBy(() -> reader.read(signed().form())).hasMessage("other_sign_type");
        assertThatThrownBy(() -> reader.read(signed().withSignType("RSA").form()))
                .hasMessage("wrong_signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void readsItInTheCharsetItNames(String ofProfile) {
        NoticeReader reader = reader(
                List.of(SampleMerchant.valid().withCharset(ofProfile).profile()), List.of(SampleAgreement.valid()));
        for (String charset : List.of("UTF-8", "GBK")) {
            Notice notice = reader.read(signed().withCharset(charset).form());
            assertThat(notice.field("external_logon_id")).endsWith("张三");
        }
    }

    @Test
    void refusesOtherCharsets() {
        refuses(Refusal.UNKNOWN_CHARSET, text(signed().withCharset("UTF-16").form()));
        refuses(Refusal.UNKNOWN_CHARSET, text(signed().with("charset", "").form()));
        refuses(Refusal.WRONG_CHARSET, text(signed().form()) + "&x=%FF");
        refuses(
                Refusal.WRONG_CHARSET,
                text(signed().withCharset("GBK").form()).replace("charset=GBK", "charset=UTF-8"));
        refuses(
                Refusal.WRONG_CHARSET,
                text(signed().withCharset("GBK").form()).replace("charset=GBK", "ch%61rset=UTF-8"));
    }

    /** The signed text joins parameters unescaped, so a value can look like two parameters and the reverse. */
    @Test
    void refusesTextThatCanBeReadInTwoWays() {
        String form = text(signed().form());
        String merged = form.replace("&sign_time=", "%26sign_time%3D");
        assertThat(merged).isNotEqualTo(form);
        refuses(Refusal.TWO_READINGS, merged);
        refuses(Refusal.TWO_READINGS, text(signed().with("body", "a&c=1").form()));
        refuses(Refusal.TWO_READINGS, text(signed().with("zone", "a&zz=1").form()));
        assertThat(isTaken(signed().with("body", "a&b=1&status=2&body=3").form()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "&", "=", "a", "a&b=1", "=1", "a=1&&b=2", "a=1&", "%=1", "a=%", "a=%4", "a=%zz", "a=%-1"})
    void refusesWhatIsNoForm(String text) {
        refuses(Refusal.NOT_A_FORM, text);
        assertThatThrownBy(() -> READER.read(body(text))).isInstanceOf(NotAForm.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=\u0000", "a=\u007f", "a=\u00ff", "a= ", "a b=1", "a%20b=1", "a\n=1", "%FF=1"})
    void refusesBytesThatNoFormHas(String text) {
        refuses(Refusal.NOT_A_FORM, text);
    }

    @Test
    void refusesTooManyParametersAndTooLongNames() {
        String many =
                Stream.iterate(0, n -> n + 1).limit(101).map(n -> "p" + n + "=").collect(Collectors.joining("&"));
        refuses(Refusal.TOO_MANY_PARAMETERS, many);
        refuses(Refusal.UNKNOWN_APP, many.substring(0, many.lastIndexOf('&')));
        refuses(Refusal.NOT_A_FORM, "n".repeat(65) + "=1");
    }

    @Test
    void refusesUnknownApp() {
        refuses(
                Refusal.UNKNOWN_APP,
                text(signed().with("app_id", "2021000000000009").form()));
        refuses(Refusal.UNKNOWN_APP, text(signed().without("app_id").form()));
    }

    @ParameterizedTest
    @CsvSource({
        "personal_product_code, GENERAL_WITHHOLDING_P",
        "sign_scene, INDUSTRY|CARRENTAL",
        "sign_scene, industry|digital_media",
        "sign_scene, ''"
    })
    void refusesGenuineNoticeAboutSomethingElse(String field, String value) {
        refuses(Refusal.OTHER_AGREEMENT, text(signed().with(field, value).form()));
    }

    @Test
    void refusesAgreementOfAnotherApp() {
        Agreement elsewhere = agreement("shop", "2021000000000002", "");
        NoticeReader reader = reader(List.of(SHOP), List.of(elsewhere));
        assertThatThrownBy(() -> reader.read(signed().form())).hasMessage("other_agreement");
    }

    @Test
    void knowsNoAgreementOfAnotherMerchant() {
        NoticeReader reader = reader(List.of(SHOP), List.of(agreement("other", SampleMerchant.APP_ID, "")));
        assertThat(reader.read(signed().form()).isKnown()).isFalse();
    }

    @Test
    void findsByAlipaysNumberWhatHasNoOther() {
        NoticeReader reader =
                reader(List.of(SHOP), List.of(agreement("shop", SampleMerchant.APP_ID, "20266102000000000001")));
        assertThat(reader.read(unsigned().without("external_agreement_no").form())
                        .isKnown())
                .isTrue();
        assertThat(READER.read(unsigned().without("external_agreement_no").form())
                        .isKnown())
                .isFalse();
        assertThat(READER.read(signed().with("external_agreement_no", " ").form())
                        .isKnown())
                .isFalse();
    }

    @Test
    void findsTheProfileThatHasTheAgreement() {
        Merchant second = named("second", SHOP.alipay());
        NoticeReader reader = reader(List.of(SHOP, second), List.of(agreement("second", SampleMerchant.APP_ID, "")));
        assertThat(reader.read(signed().form()).merchant()).isEqualTo("second");
    }

    @Test
    void looksPastAnAgreementOfTheSameNumberInAnotherScene() {
        Merchant second = named("second", SHOP.alipay());
        Agreement scene = SampleAgreement.inScene("INDUSTRY|CARRENTAL");
        NoticeReader reader =
                reader(List.of(SHOP, second), List.of(scene, agreement("second", SampleMerchant.APP_ID, "")));
        assertThat(reader.read(signed().form()).merchant()).isEqualTo("second");
    }

    @Test
    void refusesToGuessBetweenTwoProfiles() {
        Merchant second = named("second", SHOP.alipay());
        List<Agreement> same = List.of(SampleAgreement.valid(), agreement("second", SampleMerchant.APP_ID, ""));
        assertThatThrownBy(() -> reader(List.of(SHOP, second), same).read(signed().form()))
                .hasMessage("several_agreements");
        List<Agreement> told =
                List.of(SampleAgreement.valid(), agreement("second", SampleMerchant.APP_ID, "20266102000000000001"));
        assertThat(reader(List.of(SHOP, second), told).read(signed().form()).merchant())
                .isEqualTo("second");
    }

    @Test
    void takesOnlyTheProfileWhoseKeyVerifies() {
        Merchant stranger = named("stranger", (content, signature) -> false);
        List<Agreement> both = List.of(agreement("stranger", SampleMerchant.APP_ID, ""), SampleAgreement.valid());
        assertThat(reader(List.of(stranger, SHOP), both).read(signed().form()).merchant())
                .isEqualTo("shop");
    }

    @Test
    void readsWithCertificates() {
        Verifier other = (content, signature) -> false;
        Merchant shop = named("shop", new CertificateVerifier(Map.of("0123", other, "4567", SHOP.alipay())));
        NoticeReader reader = reader(List.of(shop), List.of(SampleAgreement.valid()));
        assertThat(reader.read(signed().withCharset("GBK").form()).isKnown()).isTrue();
        assertThat(reader.read(signed().with("alipay_cert_sn", "4567").form()).isKnown())
                .isTrue();
        Merchant strange = named("shop", new CertificateVerifier(Map.of("0123", other)));
        assertThatThrownBy(() -> reader(List.of(strange), List.of()).read(signed().form()))
                .hasMessage("wrong_signature");
    }

    private static Merchant named(String name, Verifier alipay) {
        return new Merchant(
                name,
                SHOP.appId(),
                SHOP.signType(),
                SHOP.charset(),
                SHOP.gateway(),
                SHOP.notifyUrl(),
                SHOP.defaults(),
                SHOP.outcomes(),
                SHOP.webhooks(),
                alipay);
    }

    private static Agreement agreement(String merchant, String appId, String agreementNo) {
        return new Agreement(
                18,
                new AgreementKey(merchant, "T1"),
                appId,
                "CYCLE_PAY_AUTH_P",
                "INDUSTRY|DIGITAL_MEDIA",
                State.ISSUED,
                1,
                "order-1",
                agreementNo,
                Trace.NONE);
    }

    private static void refuses(Refusal reason, String form) {
        assertThatThrownBy(() -> READER.read(body(form)))
                .isInstanceOf(RefusedNotice.class)
                .hasMessage(reason.word());
    }

    private static boolean isTaken(byte[] form) {
        try {
            READER.read(form);
            return true;
        } catch (RefusedNotice refused) {
            return false;
        }
    }

    private static String text(byte[] form) {
        return new String(form, StandardCharsets.ISO_8859_1);
    }
}
