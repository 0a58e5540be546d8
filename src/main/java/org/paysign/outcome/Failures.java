package org.paysign.outcome;

import org.apache.camel.http.base.HttpOperationFailedException;

/** Names a failed try without repeating what the endpoint answered, which may be personal or hostile. */
final class Failures {

    private Failures() {}

    static String note(Exception failure) {
        return failure instanceof HttpOperationFailedException http
                ? "http " + http.getStatusCode()
                : failure.getClass().getSimpleName();
    }
}
