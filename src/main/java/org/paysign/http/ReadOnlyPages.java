package org.paysign.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves pages that only GET reads; nothing of a request ever comes back. */
final class ReadOnlyPages extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(ReadOnlyPages.class);

    private final HostNames hosts;
    private final Map<String, Supplier<Page>> pages;

    ReadOnlyPages(HostNames hosts, Map<String, Supplier<Page>> pages) {
        this.hosts = hosts;
        this.pages = Map.copyOf(pages);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Page page = page(request);
        response.setStatus(page.status());
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
        if (page.status() == HttpStatus.METHOD_NOT_ALLOWED_405) {
            response.getHeaders().put(HttpHeader.ALLOW, HttpMethod.GET.asString());
        }
        response.write(true, BufferUtil.toBuffer(page.body().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private Page page(Request request) {
        List<String> hosts = request.getHeaders().getValuesList(HttpHeader.HOST);
        if (hosts.size() != 1 || !this.hosts.allow(hosts.get(0))) {
            return refusal(HttpStatus.MISDIRECTED_REQUEST_421);
        }
        Supplier<Page> page = pages.get(Request.getPathInContext(request));
        if (page == null) {
            return refusal(HttpStatus.NOT_FOUND_404);
        }
        if (!HttpMethod.GET.is(request.getMethod())) {
            return refusal(HttpStatus.METHOD_NOT_ALLOWED_405);
        }
        try {
            return page.get();
        } catch (RuntimeException broken) {
            LOG.error("A management page failed", broken);
            return refusal(HttpStatus.INTERNAL_SERVER_ERROR_500);
        }
    }

    private static Page refusal(int status) {
        return new Page(status, "text/plain", "");
    }
}
