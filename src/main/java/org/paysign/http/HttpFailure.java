package org.paysign.http;

import org.apache.camel.http.base.HttpOperationFailedException;

/** Names a failed call without repeating what the other side answered, which may be personal or hostile. */
public final class HttpFailure {

    private HttpFailure() {}

    /** The HTTP status if there was one, else the kind of failure. */
    public static String note(Exception failure) {
        return failure instanceof HttpOperationFailedException http
                ? "http_" + http.getStatusCode()
                : failure.getClass().getSimpleName();
    }
}
