package org.paysign.http;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves pages that only GET reads; nothing of a request ever comes back. */
final class ReadOnlyPages extends Area {

    private static final Logger LOG = LoggerFactory.getLogger(ReadOnlyPages.class);

    private final Map<String, Supplier<Page>> pages;

    ReadOnlyPages(Map<String, Supplier<Page>> pages) {
        this.pages = Map.copyOf(pages);
    }

    @Override
    public Set<String> paths() {
        return pages.keySet();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Page page = page(request);
        if (page.status() == HttpStatus.METHOD_NOT_ALLOWED_405) {
            response.getHeaders().put(HttpHeader.ALLOW, HttpMethod.GET.asString());
        }
        Answers.write(response, callback, page);
        return true;
    }

    private Page page(Request request) {
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
