package org.paysign.sandbox;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A merchant written with the JDK only: signs requests and checks answers, sharing nothing with the sandbox. */
record Shop(String appId, String signType, String charset, KeyPair app, KeyPair alipay) {

    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private static final KeyPair APP = SandboxKeys.newPair();
    private static final KeyPair ALIPAY = SandboxKeys.newPair();

    static Shop demo() {
        return new Shop("2021000000000001", "RSA2", "UTF-8", APP, ALIPAY);
    }

    /** The same merchant with the older algorithm and the older charset. */
    static Shop old() {
        return new Shop("2021000000000002", "RSA", "GBK", APP, ALIPAY);
    }

    FakeApp known() {
        return known("demo");
    }

    FakeApp known(String merchant) {
        return new FakeApp(merchant, appId, signType, charset, app.getPublic(), alipay.getPrivate(), null, null);
    }

    Shop withApp(KeyPair other) {
        return new Shop(appId, signType, charset, other, alipay);
    }

    static String period(String external) {
        return "{\"personal_product_code\":\"CYCLE_PAY_AUTH_P\",\"product_code\":\"CYCLE_PAY_AUTH\","
                + "\"access_params\":{\"channel\":\"ALIPAYAPP\"},\"external_logon_id\":\"13800000000\","
                + "\"sign_scene\":\"INDUSTRY|DIGITAL_MEDIA\",\"external_agreement_no\":\"" + external + "\","
                + "\"period_rule_params\":{\"period_type\":\"MONTH\",\"period\":1,\"execute_time\":\"2026-11-28\","
                + "\"single_amount\":\"10.99\"}}";
    }

    static String named(String external) {
        return "{\"personal_product_code\":\"CYCLE_PAY_AUTH_P\",\"sign_scene\":\"INDUSTRY|DIGITAL_MEDIA\","
                + "\"external_agreement_no\":\"" + external + "\"}";
    }

    Map<String, String> params(String method, String bizContent) {
        var params = new TreeMap<String, String>();
        params.put("app_id", appId);
        params.put("method", method);
        params.put("format", "json");
        params.put("charset", charset);
        params.put("sign_type", signType);
        params.put("timestamp", time(NOW));
        params.put("version", "1.0");
        params.put("biz_content", bizContent);
        return params;
    }

    static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(instant.atOffset(ZoneOffset.ofHours(8)));
    }

    String signStr(String bizContent) {
        return signStr(params("alipay.user.agreement.page.sign", bizContent));
    }

    String signStr(Map<String, String> params) {
        return URLEncoder.encode(signedForm(params), Charset.forName(charset));
    }

    /** The parameters with their signature, encoded once. */
    String signedForm(Map<String, String> params) {
        var signed = new TreeMap<>(params);
        signed.put("sign", sign(params));
        return form(signed);
    }

    String form(Map<String, String> params) {
        return params.entrySet().stream()
                .map(param -> param.getKey() + "=" + URLEncoder.encode(param.getValue(), Charset.forName(charset)))
                .collect(Collectors.joining("&"));
    }

    private static String text(Map<String, String> params) {
        return new TreeMap<>(params)
                .entrySet().stream()
                        .filter(param -> !param.getValue().isBlank())
                        .map(param -> param.getKey() + "=" + param.getValue())
                        .collect(Collectors.joining("&"));
    }

    String sign(Map<String, String> params) {
        var text = text(params);
        try {
            var signature = Signature.getInstance(algorithm());
            signature.initSign(app.getPrivate());
            signature.update(text.getBytes(Charset.forName(charset)));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the text between the first node's name and the signature is what Alipay signed. */
    boolean trusts(String answer) {
        int from = answer.indexOf("\":{") + 2;
        int to = answer.lastIndexOf(",\"sign\":\"");
        if (to < 0) {
            return false;
        }
        int sign = to + ",\"sign\":\"".length();
        int certificate = answer.lastIndexOf(",\"alipay_cert_sn\":\"");
        return verifies(
                alipay.getPublic(),
                answer.substring(from, certificate < 0 ? to : certificate),
                answer.substring(sign, answer.indexOf('"', sign)));
    }

    /** Whether Alipay signed these fields of a notice; what is not signed must have been taken out. */
    boolean verifies(Map<String, String> fields, String sign) {
        return verifies(alipay.getPublic(), text(fields), sign);
    }

    private boolean verifies(PublicKey key, String text, String sign) {
        try {
            var signature = Signature.getInstance(algorithm());
            signature.initVerify(key);
            signature.update(text.getBytes(Charset.forName(charset)));
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String algorithm() {
        return signType.equals("RSA2") ? "SHA256withRSA" : "SHA1withRSA";
    }

    static String decodedOnce(String text) {
        return URLDecoder.decode(text, Charset.forName("UTF-8"));
    }
}
