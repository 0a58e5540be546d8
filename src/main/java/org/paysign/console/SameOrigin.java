package org.paysign.console;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Whether a request comes from the console's own pages, as far as browsers tell; curl tells nothing and may come. */
final class SameOrigin {

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private SameOrigin() {}

    static boolean allows(Request request) {
        List<String> origins = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
        String host = request.getHeaders().get(HttpHeader.HOST);
        // Without the scheme: a proxy with TLS says https where the server hears http.
        return origins.isEmpty()
                || (origins.size() == 1
                        && host != null
                        && origins.get(0)
                                .toLowerCase(Locale.ROOT)
                                .replaceFirst("^https?://", "")
                                .equals(host.toLowerCase(Locale.ROOT)));
    }

    /** Likewise for what has an effect or shows data: a picture on another page sends no origin, but says this. */
    static boolean allowsCalls(Request request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        return allows(request) && (site == null || OWN_SITES.contains(site.toLowerCase(Locale.ROOT)));
    }
}
