package org.paysign.signing;

import java.util.List;
import org.paysign.queue.Unprocessable;

/** A sign request's refusal: the requester is told, or the message is parked if there is nobody to tell. */
final class RefusedRequest extends Unprocessable {

    private static final long serialVersionUID = 1L;

    private final transient ErrorReply reply;

    RefusedRequest(String requestId, String code, String message, List<Violation> violations) {
        super(code, message);
        this.reply = new ErrorReply(requestId, new ErrorReply.Problem(code, message, violations));
    }

    ErrorReply reply() {
        return reply;
    }
}
