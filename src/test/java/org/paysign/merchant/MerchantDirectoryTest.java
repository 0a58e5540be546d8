package org.paysign.merchant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.support.MerchantFolder;

class MerchantDirectoryTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void findsTheOnlyOneWithoutName() {
        MerchantDirectory merchants = MerchantFolder.valid(folder).load();
        assertThat(merchants.find("")).map(Merchant::name).hasValue("shop");
        assertThat(merchants.find("shop")).isPresent();
        assertThat(merchants.find("Shop")).isEmpty();
        assertThat(merchants.find("other")).isEmpty();
    }

    @Test
    void findsNoneOfSeveralWithoutName() throws IOException {
        Path file = MerchantFolder.valid(folder).file();
        Files.copy(file, folder.resolve("other.properties"));
        Files.writeString(folder.resolve("example.properties.template"), "not read");
        MerchantDirectory merchants = load();
        assertThat(merchants.find("")).isEmpty();
        assertThat(merchants.find("shop")).isPresent();
        assertThat(merchants.find("other")).isPresent();
        assertThat(merchants.toString()).startsWith("MerchantDirectory[").contains("shop", "other");
    }

    @Test
    void saysWhatToDoAboutMissingProfile() {
        MerchantDirectory merchants = MerchantFolder.valid(folder).load();
        Merchant shop = merchants.get("shop");
        assertThatIllegalStateException()
                .isThrownBy(() -> merchants.get("gone"))
                .withMessageContaining("gone")
                .withMessageContaining("put its file back");
        Merchant gone = new Merchant(
                "gone",
                shop.appId(),
                shop.signType(),
                shop.charset(),
                shop.gateway(),
                shop.notifyUrl(),
                shop.defaults(),
                shop.outcomes(),
                shop.webhooks(),
                shop.alipay());
        assertThatIllegalStateException()
                .isThrownBy(() -> merchants.signer(gone))
                .withMessageContaining("gone");
    }

    @Test
    void refusesEmptyFolder() {
        assertThatIllegalStateException()
                .isThrownBy(this::load)
                .withMessageContaining(folder.toString())
                .withMessageContaining("put one <merchant>.properties there");
    }

    @Test
    void refusesMissingFolder() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MerchantDirectory.load(folder + "/gone", UnaryOperator.identity(), Clock.systemUTC()))
                .withMessageContaining("gone")
                .withMessageContaining("set paysign.merchants.dir");
    }

    @ParameterizedTest
    @ValueSource(strings = {".properties", "a b.properties", "周.properties", "a:b.properties"})
    void refusesFileThatNamesNoMerchant(String name) throws IOException {
        Files.move(MerchantFolder.valid(folder).file(), folder.resolve(name));
        assertThatIllegalStateException()
                .isThrownBy(this::load)
                .withMessageStartingWith(folder.resolve(name).toString())
                .withMessageContaining("name the file after the merchant");
    }

    @Test
    void refusesFileThatIsNotUtf8() {
        MerchantFolder valid = MerchantFolder.valid(folder);
        valid.file("# 周期canary\napp-id=2021".getBytes(Charset.forName("GBK")));
        assertUnreadable();
        valid.file("default.a=\\u12xcanary".getBytes(UTF_8));
        assertUnreadable();
    }

    @Test
    void refusesFolderInPlaceOfFile() throws IOException {
        Files.createDirectory(folder.resolve("shop.properties"));
        assertUnreadable();
    }

    @Test
    void overlooksByteOrderMark() throws IOException {
        Path file = MerchantFolder.valid(folder).file();
        Files.writeString(file, "\ufeff" + Files.readString(file));
        assertThat(load().find("shop")).isPresent();
    }

    @Test
    void readsChineseValues() throws IOException {
        Path file = MerchantFolder.valid(folder).file();
        Files.writeString(file, Files.readString(file) + "default.sub_merchant.sub_merchant_name=周期\r\n");
        assertThat(load().get("shop").defaults().toString()).contains("\"周期\"");
    }

    private MerchantDirectory load() {
        return MerchantDirectory.load(folder.toString(), UnaryOperator.identity(), Clock.systemUTC());
    }

    private void assertUnreadable() {
        assertThatIllegalStateException()
                .isThrownBy(this::load)
                .withMessageStartingWith(folder.resolve("shop.properties") + ": cannot be read")
                .withMessageContaining("save it as properties in UTF-8")
                .withMessageNotContaining("canary")
                .withNoCause();
    }
}
