package org.paysign.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.merchant.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code paysign keys show}: the public keys and certificates of each merchant. */
@Command(
        name = "show",
        description = {
            "Shows each merchant's public keys and certificates: algorithm, bits, SHA-256, serial and end, to be compared with"
                    + " Alipay's console."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:a key cannot be read", "2:wrong usage or configuration"})
final class KeysShowCommand implements Callable<Integer> {

    @Mixin
    private Profiles profiles = new Profiles();

    @Mixin
    private Printed printed = new Printed();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<KeyRing> rings = profiles.rings();
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        List<String> lines = new ArrayList<>();
        for (KeyRing ring : rings) {
            RingText text = new RingText(ring);
            document.add(text.document());
            lines.addAll(text.lines());
        }
        lines.addAll(List.of(
                "Compare in Alipay's console (the app → 开发设置 → 接口加签方式):",
                "  app-private-key    its public half is 应用公钥, the one you pasted there",
                "  alipay-public-key  is 支付宝公钥, which the console shows; never 应用公钥",
                "  app-cert           its serial is that of 应用公钥证书, alipay-cert's that of 支付宝公钥证书"));
        printed.print(Objects.requireNonNull(spec).commandLine().getOut(), document, lines);
        boolean whole = rings.stream()
                .noneMatch(ring -> ring.app().isEmpty() || ring.alipay().isEmpty());
        return whole ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
