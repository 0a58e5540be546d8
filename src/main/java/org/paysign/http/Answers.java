package org.paysign.http;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Writes pages of the management port: never kept by anybody, never taken for anything else, never framed. */
public final class Answers {

    private Answers() {}

    /** Writes a page under the strictest headers there are. */
    public static void write(Response response, Callback callback, Page page) {
        response.setStatus(page.status());
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
        response.write(true, BufferUtil.toBuffer(page.body().getBytes(StandardCharsets.UTF_8)), callback);
    }

    /** Refuses with a status, which says enough. */
    public static void refuse(Response response, Callback callback, int status) {
        write(response, callback, new Page(status, "text/plain", ""));
    }
}
