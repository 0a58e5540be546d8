package org.paysign.cli;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.paysign.cli.desk.Desk;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which running PaySign is meant; management port and password are those of its configuration. */
final class Running {

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--sandbox", description = "the sandbox of this machine is meant")
    private boolean sandbox;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "management port of another machine, such as https://paysign.example.com:9876")
    private @Nullable URI url;

    /** The values of its configuration, by their keys. */
    UnaryOperator<String> keys() {
        UnaryOperator<String> placeholders = sandbox ? Placeholders.ofSandbox(folders) : Placeholders.of(folders);
        return key -> placeholders.apply("{{" + key + "}}");
    }

    /** Its management port. */
    Desk desk() {
        UnaryOperator<String> keys = keys();
        URI base = url == null ? local(keys) : safe(url);
        // Who may only read sees the situation, and is told so when he presses.
        String role = keys.apply(password("operator")).isEmpty() ? "viewer" : "operator";
        String password = keys.apply(password(role));
        if (password.isEmpty()) {
            throw new IllegalStateException(
                    "paysign.console.operator.password is empty: nobody may operate this PaySign; set it, or the variable"
                            + " PAYSIGN_CONSOLE_OPERATOR_PASSWORD, there and here");
        }
        return new Desk(base, keys.apply("paysign.console." + role + ".user"), password);
    }

    private static String password(String role) {
        return "paysign.console." + role + ".password";
    }

    private static URI local(UnaryOperator<String> keys) {
        String host = keys.apply("paysign.management.host");
        String reached = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        if (!isHere(reached)) {
            throw new IllegalStateException(
                    "paysign.management.host is no address of this machine, and the password would go"
                            + " there unencrypted: run this there, or name it with --url https://...");
        }
        return URI.create("http://" + (reached.contains(":") ? "[" + reached + "]" : reached) + ":"
                + keys.apply("paysign.management.port"));
    }

    private static boolean isHere(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (UnknownHostException | SocketException unknown) {
            return false;
        }
    }

    /** The password goes there. */
    private static URI safe(URI named) {
        boolean near = named.getHost() != null && named.getHost().matches("localhost|127\\.[0-9.]+|\\[::1]");
        if (named.getHost() == null
                || named.getUserInfo() != null
                || !("https".equals(named.getScheme()) || ("http".equals(named.getScheme()) && near))) {
            throw new IllegalStateException(
                    "--url would show a password: give https://host:port without a user in it, or"
                            + " http:// to a forwarded port of this machine");
        }
        return named;
    }
}
