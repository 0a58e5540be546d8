package org.paysign.result;

import static org.paysign.support.AlipayText.signResult;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paysign.agreement.Signal;
import org.paysign.merchant.Merchant;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.SignedResponse;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.support.AlipayText;
import org.paysign.support.SampleAgreement;
import org.paysign.support.SampleMerchant;
import org.paysign.support.Vectors;

/** The text of my.paySignCenter as a target for Jazzer: it proves nothing, or it holds what Alipay signed. */
public final class ResultFuzz {

    private static final String NODE = "alipay_user_agreement_page_sign_response";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Merchant SHOP = SampleMerchant.valid().profile();
    private static final ResultVerifier VERIFIER = new ResultVerifier();
    private static final Set<JsonNode> SIGNED = seeds().values().stream()
            .map(text -> tree(new String(text, StandardCharsets.UTF_8)).path(NODE))
            .collect(Collectors.toUnmodifiableSet());

    private ResultFuzz() {}

    /** Genuine texts, by name. */
    public static Map<String, byte[]> seeds() {
        AlipayText good = signResult();
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        seeds.put("good", good.bytes());
        seeds.put("odd", good.with("external_logon_id", "\"}\\/张三{").bytes());
        seeds.put("other", good.with("external_agreement_no", "T2").bytes());
        seeds.put(
                "failed",
                good.with("code", "40004").with("sub_code", "ILLEGAL_PARAMS").bytes());
        seeds.put(
                "nested",
                good.with("inner", JsonNodeFactory.instance.objectNode().put("sign", "1"))
                        .bytes());
        seeds.put(
                "sign-first",
                ("{\"sign_type\":\"RSA2\",\"sign\":\""
                                + AlipayText.signature(good.fields().toString(), StandardCharsets.UTF_8) + "\", \""
                                + NODE + "\" : " + good.fields() + "}")
                        .getBytes(StandardCharsets.UTF_8));
        return seeds;
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        VerifiedResult result = VERIFIER.verify(new SignResult(SHOP, SampleAgreement.valid(), "7000", text));
        SignedResponse response = SHOP.read(text, NODE);
        if (response instanceof Proven proven) {
            JsonNode parsed = tree(text);
            check(parsed.path(NODE).equals(proven.fields()), "another parser reads another node");
            check(SIGNED.contains(proven.fields()), "not what was signed");
            check(isSigned(text, parsed.path("sign").asText()), "no piece of the text is signed");
        }
        if (result.isProven()) {
            Signal.Signed proof = result.proof().orElseThrow();
            check(response instanceof Proven, "nothing was proven");
            check("T1".equals(proof.fields().get("external_agreement_no")), "another agreement");
            check("10000".equals(proof.fields().get("code")), "another code");
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("Proven although " + otherwise);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Proven although no JSON", notJson);
        }
    }

    /** Some object within the text, brace to brace, is what the JDK says was signed. */
    private static boolean isSigned(String text, String signature) {
        for (int start = text.indexOf('{', 1); start > 0; start = text.indexOf('{', start + 1)) {
            for (int end = text.lastIndexOf('}'); end > start; end = text.lastIndexOf('}', end - 1)) {
                if (verifies(text.substring(start, end + 1), signature)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean verifies(String content, String signature) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(RsaKeys.publicKey(Vectors.key("ali.spki")));
            rsa.update(content.getBytes(StandardCharsets.UTF_8));
            return rsa.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}
