package org.paysign.queue;

import java.util.List;

/** A request's refusal: the requester is told, or the message is parked if there is nobody to tell. */
public final class RefusedRequest extends Unprocessable {

    private static final long serialVersionUID = 1L;

    private final transient ErrorReply reply;

    /**
     * Says why.
     *
     * @param requestId empty if the message has none that its sender would know again
     * @param code of the contract's error reply
     */
    public RefusedRequest(String requestId, String code, String message, List<Violation> violations) {
        super(code, message);
        this.reply = new ErrorReply(requestId, new ErrorReply.Problem(code, message, violations));
    }

    ErrorReply reply() {
        return reply;
    }
}
