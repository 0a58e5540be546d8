package org.paysign.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.RsaSigner;
import org.paysign.signature.SignType;

/** A node as Alipay signs it, to break one thing at a time; signed with the throw-away key that plays Alipay's. */
public record AlipayText(String node, ObjectNode fields, Charset charset) {

    /** A sign result that confirms {@link SampleAgreement}. */
    public static AlipayText signResult() {
        return confirmation("alipay_user_agreement_page_sign_response")
                .with("app_id", SampleMerchant.APP_ID)
                .with("auth_app_id", SampleMerchant.APP_ID);
    }

    /** An answer to a question that confirms {@link SampleAgreement}. */
    public static AlipayText answer() {
        return confirmation("alipay_user_agreement_query_response");
    }

    /** An answer that is an error. */
    public static AlipayText error(String code, String subCode) {
        AlipayText error = new AlipayText(
                "alipay_user_agreement_query_response", JsonNodeFactory.instance.objectNode(), StandardCharsets.UTF_8);
        return error.with("code", code).with("sub_code", subCode).with("sub_msg", "canary 张三");
    }

    private static AlipayText confirmation(String node) {
        ObjectNode fields = JsonNodeFactory.instance
                .objectNode()
                .put("code", "10000")
                .put("msg", "Success")
                .put("status", "NORMAL")
                .put("agreement_no", "20266102000000000001")
                .put("external_agreement_no", "T1")
                .put("personal_product_code", "CYCLE_PAY_AUTH_P")
                .put("sign_scene", "INDUSTRY|DIGITAL_MEDIA");
        return new AlipayText(node, fields, StandardCharsets.UTF_8);
    }

    public AlipayText with(String field, String value) {
        return with(field, JsonNodeFactory.instance.textNode(value));
    }

    public AlipayText with(String field, JsonNode value) {
        ObjectNode copy = fields.deepCopy();
        copy.set(field, value);
        return new AlipayText(node, copy, charset);
    }

    public AlipayText without(String field) {
        ObjectNode copy = fields.deepCopy();
        copy.remove(field);
        return new AlipayText(node, copy, charset);
    }

    public AlipayText withNode(String other) {
        return new AlipayText(other, fields, charset);
    }

    public AlipayText withCharset(String other) {
        return new AlipayText(node, fields, Charset.forName(other));
    }

    /** The signature of any content by the key that plays Alipay's. */
    public static String signature(String content, Charset charset) {
        return new RsaSigner(RsaKeys.privateKey(Vectors.key("ali.pkcs8")), SignType.RSA2, charset).sign(content);
    }

    /** The whole text, signature behind the node. */
    public String text() {
        return text(signature(fields.toString(), charset));
    }

    /** The whole text with any signature. */
    public String text(String signature) {
        return "{\"" + node + "\":" + fields + ",\"sign\":\"" + signature + "\"}";
    }

    /** The text without a signature. */
    public String unsigned() {
        return "{\"" + node + "\":" + fields + "}";
    }

    public byte[] bytes() {
        return text().getBytes(charset);
    }
}
