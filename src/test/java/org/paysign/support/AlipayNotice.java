package org.paysign.support;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paysign.signature.Signer;

/**
 * A notice as Alipay sends it, to break one thing at a time; signed with the throw-away key that plays Alipay's.
 *
 * @param fields without {@code sign} and {@code sign_type}
 * @param signType as the form names it
 * @param typeIsSigned rule V2; V1 leaves it out
 */
public record AlipayNotice(Map<String, String> fields, Charset charset, String signType, boolean typeIsSigned) {

    /** About {@link SampleAgreement}, of about one kilobyte as a form. */
    public static AlipayNotice signed() {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "notify_type", "dut_user_sign",
                "notify_id", "2026010200222114014000000000000001",
                "notify_time", "2026-01-02 11:40:16",
                "charset", "utf-8",
                "version", "1.0",
                "app_id", SampleMerchant.APP_ID,
                "auth_app_id", SampleMerchant.APP_ID,
                "agreement_no", "20266102000000000001",
                "external_agreement_no", "T1"));
        fields.putAll(Map.of(
                "personal_product_code", "CYCLE_PAY_AUTH_P",
                "sign_scene", "INDUSTRY|DIGITAL_MEDIA",
                "status", "NORMAL",
                "alipay_user_id", "2088000000000001",
                "alipay_logon_id", "138****0000",
                "external_logon_id", "a+b 1&2=3%26=张三",
                "sign_time", "2026-01-02 11:40:14",
                "valid_time", "2026-01-02 11:40:14",
                "invalid_time", "2115-02-01 00:00:00"));
        return new AlipayNotice(fields, StandardCharsets.UTF_8, "RSA2", false);
    }

    public static AlipayNotice unsigned() {
        return signed().with("notify_type", "dut_user_unsign")
                .with("status", "UNSIGN")
                .with("unsign_time", "2026-02-02 09:00:00")
                .without("sign_time")
                .without("valid_time")
                .without("invalid_time");
    }

    public AlipayNotice with(String field, String value) {
        Map<String, String> copy = new TreeMap<>(fields);
        copy.put(field, value);
        return new AlipayNotice(copy, charset, signType, typeIsSigned);
    }

    public AlipayNotice without(String field) {
        Map<String, String> copy = new TreeMap<>(fields);
        copy.remove(field);
        return new AlipayNotice(copy, charset, signType, typeIsSigned);
    }

    public AlipayNotice withCharset(String other) {
        AlipayNotice named = with("charset", other);
        return new AlipayNotice(named.fields, Charset.forName(other), signType, typeIsSigned);
    }

    public AlipayNotice withSignType(String other) {
        return new AlipayNotice(fields, charset, other, typeIsSigned);
    }

    /** Signed with {@code sign_type} in the text. */
    public AlipayNotice underV2() {
        return new AlipayNotice(fields, charset, signType, true);
    }

    /** What is signed. */
    public String content() {
        Map<String, String> signed = new TreeMap<>(fields);
        if (typeIsSigned) {
            signed.put("sign_type", signType);
        }
        return signed.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    /** Everything that is sent. */
    public Map<String, String> sent() {
        return sent(content -> AlipayText.signature(content, charset));
    }

    /** Everything that is sent, signed by somebody else. */
    public Map<String, String> sent(Signer signer) {
        Map<String, String> sent = new TreeMap<>(fields);
        sent.put("sign_type", signType);
        sent.put("sign", signer.sign(content()));
        return sent;
    }

    public byte[] form() {
        return form(sent());
    }

    /** These parameters as a body in this notice's charset. */
    public byte[] form(Map<String, String> parameters) {
        Function<String, String> escape = text -> URLEncoder.encode(text, charset);
        return body(parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + escape.apply(entry.getValue()))
                .collect(Collectors.joining("&")));
    }

    public static byte[] body(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The names of everything that is sent. */
    public Set<String> names() {
        return sent().keySet();
    }
}
