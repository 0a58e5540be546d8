package org.paysign.http;

/** Makes a Camel endpoint URI one that posts. */
public final class PostEndpoint {

    private PostEndpoint() {}

    /** Adds the method to http(s) URIs: camel-http would send a GET where the URI has a query string. */
    public static String of(String uri) {
        boolean http = uri.startsWith("http:") || uri.startsWith("https:");
        if (!http || uri.contains("httpMethod=")) {
            return uri;
        }
        return uri + (uri.contains("?") ? "&" : "?") + "httpMethod=POST";
    }
}
