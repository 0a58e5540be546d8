package org.paysign.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.security.Security;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.support.OddText;
import org.paysign.support.SampleMerchant;
import org.paysign.support.Vectors;

/** Generated requests, held against the official SDK; {@code -Doracle.seed} makes others. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.paysign.signature.EachRsa#all")
class SdkOracleTest {

    private static final int REQUESTS = 500;
    private static final long SEED = Long.getLong("oracle.seed", 20261122L);
    private static final String CERTIFICATE_RULES = "jdk.certpath.disabledAlgorithms";

    private final Rsa rsa;
    private String rules = "";

    SdkOracleTest(Rsa rsa) {
        this.rsa = rsa;
    }

    @BeforeEach
    void rememberCertificateRules() {
        rules = String.valueOf(Security.getProperty(CERTIFICATE_RULES));
    }

    /** Parts of the SDK switch these off for the whole JVM. */
    @AfterEach
    void findsCertificateRulesAsTheyWere() {
        assertThat(Security.getProperty(CERTIFICATE_RULES)).isEqualTo(rules).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"RSA, UTF-8", "RSA, GBK", "RSA2, UTF-8", "RSA2, GBK"})
    void signsAsTheSdkDoes(SignType type, Charset charset) throws AlipayApiException {
        System.out.println(type + " " + charset + ": seed " + SEED + ", " + REQUESTS + " requests");
        Random random = new Random(SEED);
        SampleMerchant merchant = SampleMerchant.valid().withType(type).withCharset(charset.name());
        String privateKey = Vectors.key(merchant.keyName() + ".pkcs8");
        String publicKey = Vectors.key(merchant.keyName() + ".spki");
        Signer signer = rsa.signer(RsaKeys.privateKey(privateKey), type, charset);
        Verifier verifier = rsa.verifier(RsaKeys.publicKey(publicKey), type, charset);
        for (int i = 0; i < REQUESTS; i++) {
            Map<String, String> parameters = parameters(random, type, charset);
            String request = "seed " + SEED + ", request " + i;

            String content = AlipaySignature.getSignContent(parameters);
            assertThat(SignContent.of(parameters)).as(request).isEqualTo(content);

            SignedForm form = SignedForm.of(parameters, charset, signer);
            String signature = AlipaySignature.rsaSign(content, privateKey, charset.name(), type.name());
            assertThat(form.parameters()).as(request).containsEntry("sign", signature);

            assertThat(verifier.verify(content, signature)).as(request).isEqualTo(isIn(charset, content));

            Map<String, String> decoded = decoded(form.signStr(), charset);
            assertThat(AlipaySignature.rsaCheckV2(decoded, publicKey, charset.name(), type.name()))
                    .as(request)
                    .isTrue();
            assertThat(URLDecoder.decode(form.signStr(), UTF_8)).as(request).isEqualTo(form.encoded());
        }
    }

    private static Map<String, String> parameters(Random random, SignType type, Charset charset) {
        Map<String, String> parameters = new TreeMap<>();
        for (int n = random.nextInt(12); n >= 0; n--) {
            String name = OddText.NAMES.get(random.nextInt(OddText.NAMES.size())) + (random.nextInt(4) == 0 ? n : "");
            parameters.put(name, OddText.of(random));
        }
        parameters.put("sign_type", type.name());
        parameters.put("charset", charset.name());
        return parameters;
    }

    /** The SDK signs a question mark for a character that the charset lacks; PaySign believes no such text. */
    private static boolean isIn(Charset charset, String text) {
        return charset.newEncoder().canEncode(text);
    }

    /** Undoes the two encodings one after the other, as a gateway does. */
    private static Map<String, String> decoded(String signStr, Charset charset) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : URLDecoder.decode(signStr, UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), charset));
        }
        return parameters;
    }
}
