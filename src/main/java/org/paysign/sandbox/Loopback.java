package org.paysign.sandbox;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps the fake Alipay on this machine: a signed notify_url may name any host of the world. */
final class Loopback {

    /** Written out: a name, or a number in another form, would first have to be looked up somewhere. */
    private static final Pattern HOST = Pattern.compile(
            "localhost|127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    /** Empty when the address is none of HTTP on this machine. */
    static Optional<URI> address(String url) {
        try {
            var uri = URI.create(url);
            var host = uri.getHost();
            return host != null
                            && uri.getUserInfo() == null
                            && uri.getPort() != 0
                            && uri.getPort() <= 65535
                            && String.valueOf(uri.getScheme()).matches("(?i)https?")
                            && HOST.matcher(host).matches()
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
