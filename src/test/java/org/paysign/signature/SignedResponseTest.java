package org.paysign.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paysign.support.AlipayText.answer;
import static org.paysign.support.AlipayText.signature;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.signature.SignedResponse.Unproven;
import org.paysign.support.AlipayText;
import org.paysign.support.SampleMerchant;

class SignedResponseTest {

    private static final String NODE = answer().node();
    private static final String SIGN = signature(answer().fields().toString(), UTF_8);

    private final Verifier alipay = SampleMerchant.valid().profile().alipay();

    @Test
    void provesFields() {
        assertThat(read(answer().text())).isInstanceOfSatisfying(Proven.class, proven -> assertThat(proven.fields())
                .isEqualTo(answer().fields()));
    }

    @Test
    void readsTextsOfFields() {
        AlipayText text = answer().with("int", IntNode.valueOf(7))
                .with("bool", BooleanNode.TRUE)
                .with("none", NullNode.getInstance())
                .with("list", new ArrayNode(JsonNodeFactory.instance).add("x"));
        assertThat(read(text.text())).isInstanceOfSatisfying(Proven.class, proven -> {
            assertThat(proven.text("code")).isEqualTo("10000");
            assertThat(proven.text("int")).isEqualTo("7");
            assertThat(proven.text("bool")).isEqualTo("true");
            assertThat(proven.text("none")).isEmpty();
            assertThat(proven.text("list")).isEmpty();
            assertThat(proven.text("absent")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"sign_type\":\"RSA2\"", "\"alipay_cert_sn\":\"687b\"", "\"sign_type\":\"RSA\""})
    void letsPassWhatAlipayPutsBesideTheNode(String member) {
        assertThat(read(with(member))).isInstanceOf(Proven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\":{}", "\"x\":1", "\"error_response\":{\"code\":\"10000\"}", "\"\":\"\""})
    void refusesAnythingElseBesideTheNode(String member) {
        assertThat(read(with(member))).isEqualTo(new Unproven("unexpected_member"));
    }

    @Test
    void refusesOtherNode() {
        assertThat(read(answer().withNode("error_response").text())).isEqualTo(new Unproven("node_missing"));
    }

    @Test
    void refusesMissingSignature() {
        assertThat(read(answer().unsigned())).isEqualTo(new Unproven("not_signed"));
        assertThat(read(answer().text().replace("\"" + SIGN + "\"", "null"))).isEqualTo(new Unproven("not_signed"));
        assertThat(read(answer().text(""))).isEqualTo(new Unproven("wrong_signature"));
    }

    @Test
    void refusesSignatureInsideTheNode() {
        AlipayText inside = answer().with("sign", SIGN);
        assertThat(read(inside.unsigned())).isEqualTo(new Unproven("not_signed"));
    }

    @Test
    void refusesEveryChangeOfTheSignedText() {
        String text = answer().text();
        String changed = text.replace("NORMAL", "STOP");
        assertThat(read(changed)).isEqualTo(new Unproven("wrong_signature"));
        assertThat(read(text.replace("\"code\":", "\"code\": "))).isEqualTo(new Unproven("wrong_signature"));
        assertThat(read(text.replace("NORMAL", "\\u004eORMAL"))).isEqualTo(new Unproven("wrong_signature"));
    }

    @Test
    void ignoresBlanksAroundTheSignedText() {
        assertThat(read(" { \"" + NODE + "\" :\n" + answer().fields() + " , \"sign\" : \"" + SIGN + "\" } \n"))
                .isInstanceOf(Proven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "[]", "7", "null", "true"})
    void refusesSignedNodeThatIsNoObject(String node) {
        String text = "{\"" + NODE + "\":" + node + ",\"sign\":\"" + signature(node, UTF_8) + "\"}";
        assertThat(read(text)).isEqualTo(new Unproven("node_not_an_object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"40004\",\"code\":\"10000\"}", "{\"a\":{\"b\":1,\"\\u0062\":2}}"})
    void refusesDuplicateInsideTheNode(String node) {
        String text = "{\"" + NODE + "\":" + node + ",\"sign\":\"" + signature(node, UTF_8) + "\"}";
        assertThat(read(text)).isEqualTo(new Unproven("not_json"));
    }

    @Test
    void refusesSecondNodeUnderEscapedName() {
        String escaped = "\\u0061" + NODE.substring(1);
        assertThat(read(with(
                        "\"" + escaped + "\":" + answer().with("status", "STOP").fields())))
                .isEqualTo(new Unproven("not_json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}x", "success", "<html>", "{\"a\":1,}"})
    void refusesWhatIsNoObject(String text) {
        assertThat(read(text)).isEqualTo(new Unproven("not_json"));
        assertThat(read("{}")).isEqualTo(new Unproven("node_missing"));
    }

    private static String with(String member) {
        return "{" + member + "," + answer().text().substring(1);
    }

    private SignedResponse read(String text) {
        return SignedResponse.read(text, NODE, alipay);
    }
}
