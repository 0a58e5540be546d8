package org.paysign.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Hawtio's files, as the jar has them: what is not in the list made at the start is not looked for. */
final class ConsoleFiles {

    private static final String FOLDER = "org/paysign/console/hawtio";

    /** Hawtio styles its pages from scripts, and keeps pictures and fonts in them. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self';"
            + " base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, String> types = new TreeMap<>();

    /** Lists them; without them there is no console, and no start. */
    ConsoleFiles() {
        MimeTypes known = MimeTypes.DEFAULTS;
        for (Resource file : files()) {
            String name = name(file);
            if (!name.endsWith("/") && file.isReadable()) {
                String type = known.getMimeByExtension(name);
                types.put(name, type == null ? "application/octet-stream" : type);
            }
        }
        if (!types.containsKey("/index.html")) {
            throw new IllegalStateException("Hawtio's pages are not in PaySign's jar: build it again");
        }
        types.remove("/index.html");
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver(ConsoleFiles.class.getClassLoader())
                    .getResources("classpath:" + FOLDER + "/**");
        } catch (IOException unreadable) {
            throw new IllegalStateException("Hawtio's pages cannot be read from PaySign's jar: build it again");
        }
    }

    private static String name(Resource file) {
        try {
            String url = file.getURL().toString();
            return url.substring(url.lastIndexOf(FOLDER) + FOLDER.length());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Their paths below the console's. */
    Set<String> names() {
        return types.keySet();
    }

    /** Writes one of the list; the names of scripts change with what is in them, so a browser may keep them. */
    void write(Response response, Callback callback, String name) throws IOException {
        write(response, callback, name, types.getOrDefault(name, ""), name.startsWith("/static/"));
    }

    /** Writes the page that is all pages. */
    void writeIndex(Response response, Callback callback) throws IOException {
        write(response, callback, "/index.html", "text/html; charset=utf-8", false);
    }

    private static void write(Response response, Callback callback, String name, String type, boolean keep)
            throws IOException {
        try (InputStream file = ConsoleFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IOException("a file of the console is gone");
            }
            byte[] bytes = file.readAllBytes();
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            response.getHeaders().put("Content-Security-Policy", POLICY);
            response.getHeaders().put("Referrer-Policy", "no-referrer");
            response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, keep ? "private, max-age=604800" : "no-store");
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            response.write(true, ByteBuffer.wrap(bytes), callback);
        }
    }
}
