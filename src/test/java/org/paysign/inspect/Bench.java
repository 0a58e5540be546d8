package org.paysign.inspect;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.paysign.glossary.Glossary;
import org.paysign.merchant.KeyRing;
import org.paysign.merchant.KeyRing.Profile;
import org.paysign.merchant.RingKey;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.RsaSigner;
import org.paysign.signature.SignContent;
import org.paysign.signature.SignType;
import org.paysign.signature.SignedForm;
import org.paysign.support.CertificateForge;
import org.paysign.support.SampleMerchant;
import org.paysign.support.Vectors;

/** Good texts of two merchants with real keys, and an inspector that knows both. */
final class Bench {

    static final Charset UTF_8 = StandardCharsets.UTF_8;
    static final Charset GBK = Charset.forName("GBK");
    static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    static final PrivateKey APP = RsaKeys.privateKey(Vectors.key("app.pkcs8"));
    static final PrivateKey ALIPAY = RsaKeys.privateKey(Vectors.key("ali.pkcs8"));
    static final KeyPair OTHER_APP = CertificateForge.newPair();
    static final KeyPair OTHER_ALIPAY = CertificateForge.newPair();
    static final String BIZ = "{\"access_params\":{\"channel\":\"ALIPAYAPP\"},\"effect_time\":\"600\","
            + "\"external_agreement_no\":\"T1\",\"external_logon_id\":\"13800001234\",\"note\":\"张三 a/b\","
            + "\"sign_scene\":\"INDUSTRY|DIGITAL_MEDIA\",\"user_age_range\":\"{\\\"min\\\":\\\"18\\\"}\"}";
    static final String NODE = "{\"code\":\"10000\",\"msg\":\"Success\",\"app_id\":\"" + SampleMerchant.APP_ID
            + "\",\"agreement_no\":\"20266102000000000001\",\"alipay_logon_id\":\"13800001234\",\"external_agreement_no\":\"T1\","
            + "\"period\":\"1\",\"single_quota\":\"19.90\",\"memo\":\"张三 1\\/2\",\"status\":\"NORMAL\","
            + "\"age\":\"{\\\"min\\\":\\\"18\\\"}\"}";
    private static final String PAGE = "alipay_user_agreement_page_sign_response";

    private Bench() {}

    static KeyRing shop() {
        return ring("shop", SampleMerchant.APP_ID, Vectors.key("app.spki"), Vectors.key("ali.spki"));
    }

    static KeyRing other() {
        return ring("other", "2021000000000077", bare(OTHER_APP), bare(OTHER_ALIPAY));
    }

    static KeyRing ring(String name, String app, String appKey, String alipayKey) {
        return new KeyRing(
                new Profile(name, app, SignType.RSA2, UTF_8, Optional.empty()),
                List.of(key("app-private-key", appKey)),
                List.of(key("alipay-public-key", alipayKey)),
                Optional.empty());
    }

    static RingKey key(String setting, String bare) {
        return new RingKey(setting, bare.strip(), Optional.empty(), Optional.empty());
    }

    static String bare(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    static Inspection inspect(String text) {
        return inspect(text.getBytes(UTF_8), shop(), other());
    }

    static Inspection inspect(byte[] text, KeyRing... rings) {
        return new Inspector(List.of(rings), new Glossary(), Clock.fixed(NOW, ZoneOffset.UTC)).inspect(text, "");
    }

    static Map<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "app_id", SampleMerchant.APP_ID,
                "method", "alipay.user.agreement.page.sign",
                "charset", "UTF-8",
                "sign_type", "RSA2",
                "timestamp", "2026-11-23 11:55:00",
                "version", "1.0",
                "notify_url", "https://shop.example/alipay/notify",
                "biz_content", BIZ));
    }

    static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> copy = new TreeMap<>(map);
        copy.put(name, value);
        return copy;
    }

    static String sign(PrivateKey key, String content) {
        return new RsaSigner(key, SignType.RSA2, UTF_8).sign(content);
    }

    /** A form whose signature stands under any content. */
    static SignedForm form(Map<String, String> parameters, String signed) {
        return new SignedForm(with(parameters, "sign", sign(APP, signed)), UTF_8);
    }

    static SignedForm good() {
        return form(parameters(), SignContent.of(parameters()));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    static String result(String node, String signature) {
        return "{\"" + PAGE + "\":" + node + ",\"sign\":\"" + signature + "\",\"sign_type\":\"RSA2\"}";
    }

    static String result() {
        return result(NODE, sign(ALIPAY, NODE));
    }
}
