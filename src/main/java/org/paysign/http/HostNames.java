package org.paysign.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which names a server may be called. A page in an operator's browser can reach the server by a name of its own that
 * it lets point here; it cannot do that with an address.
 */
final class HostNames {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<String> names;

    /** What is configured, and localhost. */
    HostNames(String host, String names) {
        this.names = Stream.concat(Stream.of("localhost", host), Arrays.stream(names.split(",", -1)))
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a Host header, port or not, is one of them or an address. */
    boolean allow(@Nullable String header) {
        if (header == null) {
            return false;
        }
        String host = header.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
        return names.contains(host) || ADDRESS.matcher(host).matches();
    }
}
