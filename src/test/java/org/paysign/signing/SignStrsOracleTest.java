package org.paysign.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.internal.util.AlipaySignature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paysign.json.StrictJson;
import org.paysign.merchant.MerchantDirectory;
import org.paysign.support.MerchantFolder;
import org.paysign.support.OddText;
import org.paysign.support.Vectors;

/** From a merchant's file to a signStr that the official SDK accepts. */
class SignStrsOracleTest {

    private static final long SEED = Long.getLong("oracle.seed", 20261122L);

    @TempDir
    Path folder = Path.of("");

    private final JsonMapper json = StrictJson.mapper();

    @ParameterizedTest
    @CsvSource({"RSA, UTF-8, app1024", "RSA, GBK, app1024", "RSA2, UTF-8, app", "RSA2, GBK, app"})
    void satisfiesTheSdk(String type, Charset charset, String key) throws Exception {
        MerchantDirectory merchants = MerchantFolder.valid(folder)
                .with("sign-type", type)
                .with("charset", charset.name())
                .with("notify-url", "https://shop.example/n?a=b&c=%20")
                .withKey("app-private-key", Vectors.key(key + ".pkcs1"))
                .load();
        SignStrs strs = new SignStrs(merchants, SigningWindow.ofSeconds(1, 1, 1), json, Clock.systemUTC());
        System.out.println(type + " " + charset + ": seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            String request = "seed " + SEED + ", request " + i;
            ObjectNode content = content(random, charset);
            String reply = strs.sign(new SignRequest(
                            "r", merchants.get("shop"), "", "https://a.example/~", content, "", Optional.empty()))
                    .reply();
            Map<String, String> sent =
                    decoded(json.readTree(reply).path("signStr").asText(), charset);
            assertThat(json.readTree(sent.get("biz_content"))).as(request).isEqualTo(json.readTree(content.toString()));
            Map<String, String> unsigned = new TreeMap<>(sent);
            unsigned.remove("sign");
            assertThat(AlipaySignature.rsaSign(
                            AlipaySignature.getSignContent(unsigned),
                            Vectors.key(key + ".pkcs8"),
                            charset.name(),
                            type))
                    .as(request)
                    .isEqualTo(sent.get("sign"));
            assertThat(AlipaySignature.rsaCheckV2(sent, Vectors.key(key + ".spki"), charset.name(), type))
                    .as(request)
                    .isTrue();
        }
    }

    private ObjectNode content(Random random, Charset charset) {
        ObjectNode content = SampleContent.valid().json();
        for (String field : new String[] {"external_logon_id", "pass_params", "out_risk_info", "a~b|c"}) {
            content.put(field, encodable(OddText.of(random), charset));
        }
        return content;
    }

    /** What the charset lacks is refused before it gets here. */
    private static String encodable(String text, Charset charset) {
        return new String(text.getBytes(charset), charset);
    }

    private static Map<String, String> decoded(String signStr, Charset charset) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : URLDecoder.decode(signStr, UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), charset));
        }
        return parameters;
    }
}
