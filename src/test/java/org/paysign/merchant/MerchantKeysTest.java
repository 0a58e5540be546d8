package org.paysign.merchant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.RsaSigner;
import org.paysign.signature.RsaVerifier;
import org.paysign.signature.SignType;
import org.paysign.support.MerchantFolder;
import org.paysign.support.Vectors;

class MerchantKeysTest {

    private static final String PRIVATE = "app-private-key";
    private static final String PUBLIC = "alipay-public-key";
    private static final String PEM = "-----BEGIN %1$s-----\r\n%2$s\r\n-----END %1$s-----\r\n";

    @TempDir
    Path folder = Path.of("");

    private MerchantFolder valid = new MerchantFolder(folder, Map.of());

    @BeforeEach
    void writeKeys() {
        valid = MerchantFolder.valid(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "RSA2, UTF-8, app.pkcs8",
        "RSA2, GBK, app.pkcs1",
        "RSA, UTF-8, app1024.pkcs8",
        "RSA, GBK, app1024.pkcs1",
        "RSA, GBK, app.pkcs8",
    })
    void signsAndVerifiesWithItsKeys(SignType type, String charset, String key) {
        MerchantDirectory merchants = valid.with("sign-type", type.name())
                .with("charset", charset)
                .withKey(PRIVATE, PEM.formatted("PRIVATE KEY", Vectors.key(key)))
                .load();
        Merchant merchant = merchants.get("shop");
        String signature = merchants.signer(merchant).sign("周期");
        RsaVerifier app = new RsaVerifier(
                RsaKeys.publicKey(Vectors.key(key.replaceAll("\\..*", ".spki"))), type, Charset.forName(charset));
        assertThat(app.verify("周期", signature)).isTrue();
        assertThat(merchant.alipay().verify("周期", signature)).isFalse();
        String alipays =
                new RsaSigner(RsaKeys.privateKey(Vectors.key("ali.pkcs8")), type, Charset.forName(charset)).sign("周期");
        assertThat(merchant.alipay().verify("周期", alipays)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIVATE, PUBLIC})
    void namesFileThatCannotBeRead(String key) {
        assertStops(valid.with(key, folder.resolve("canary.pem").toString()), key, "cannot read the file");
        assertStops(valid.with(key, "canary\0.pem"), key, "cannot read the file");
        assertStops(valid.with(key, folder.toString()), key, "cannot read the file");
    }

    /** Some paste the key where its path belongs. */
    @Test
    void hidesKeyInPlaceOfItsPath() {
        assertStops(valid.with(PRIVATE, "canary" + Vectors.key("app.pkcs8")), PRIVATE, "cannot read the file");
        assertStops(valid.with(PRIVATE, "-----BEGIN canary-----"), PRIVATE, "cannot read the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIVATE, PUBLIC})
    void refusesFileWithoutKey(String key) {
        assertStops(valid.withKey(key, ""), key, "give PEM or Base64 of");
        assertStops(valid.withKey(key, "\r\n \n"), key, "give PEM or Base64 of");
        assertStops(valid.withKey(key, "canary!"), key, "neither PEM nor Base64");
        assertStops(valid.withKey(key, "Y2FuYXJ5"), key, "give PEM or Base64 of");
        assertStops(valid.withKey(key, "\ufeff" + Vectors.key("app.pkcs8")), key, "no plain text");
        assertStops(valid.withKey(key, Base64.getDecoder().decode(Vectors.key("app.pkcs8"))), key, "no plain text");
    }

    @Test
    void refusesEncryptedKey() {
        String encrypted = PEM.formatted("ENCRYPTED PRIVATE KEY", Vectors.key("app.pkcs8"));
        assertStops(valid.withKey(PRIVATE, encrypted), PRIVATE, "protected by a password");
    }

    @Test
    void refusesOneKindForTheOther() {
        assertStops(valid.withKey(PRIVATE, Vectors.key("app.spki")), PRIVATE, "not an RSA private key");
        assertStops(valid.withKey(PUBLIC, Vectors.key("ali.pkcs8")), PUBLIC, "not an RSA public key");
        assertStops(valid.withKey(PUBLIC, Vectors.key("ali.pkcs1")), PUBLIC, "not an RSA public key");
    }

    @Test
    void refusesOtherAlgorithm() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        String open = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        assertStops(valid.withKey(PRIVATE, secret), PRIVATE, "not an RSA private key");
        assertStops(valid.withKey(PUBLIC, open), PUBLIC, "not an RSA public key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.pkcs8", "app.pkcs1"})
    void refusesOwnPublicKeyAsAlipays(String own) {
        MerchantFolder pasted = valid.withKey(PRIVATE, Vectors.key(own)).withKey(PUBLIC, Vectors.key("app.spki"));
        assertStops(pasted, PUBLIC, "this is the app's own public key");
    }

    @Test
    void refusesShortKeyForRsa2() {
        MerchantFolder small = valid.withKey(PRIVATE, Vectors.key("app1024.pkcs8"));
        assertStops(small, PRIVATE, "RSA2 needs a key of 2048 bits");
        assertThat(small.with("sign-type", "RSA").load().find("shop")).isPresent();
    }

    @Test
    void keepsKeysOutOfText() {
        MerchantDirectory merchants = valid.load();
        String modulus = Vectors.key("app.pkcs8").substring(40, 60);
        assertThat(merchants).hasToString("MerchantDirectory[shop]");
        assertThat(merchants.get("shop")).hasToString("Merchant[shop]");
        assertThat(merchants.signer(merchants.get("shop")).toString())
                .isEqualTo("RsaSigner[RSA2, " + UTF_8 + "]")
                .doesNotContain(modulus);
    }

    private void assertStops(MerchantFolder broken, String key, String advice) {
        assertThatIllegalStateException()
                .isThrownBy(broken::load)
                .withMessageStartingWith(folder.resolve("shop.properties") + ": " + key + ": ")
                .withMessageContaining(advice)
                .withMessageNotContaining("canary")
                .withMessageNotContaining("MII")
                .withNoCause();
    }
}
