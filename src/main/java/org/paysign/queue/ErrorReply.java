package org.paysign.queue;

import java.util.List;

/** The error reply of the contract; holds no value that was sent but the requestId. */
record ErrorReply(String requestId, Problem error) {

    /** What is wrong, as a code, a sentence and a list. */
    record Problem(String code, String message, List<Violation> violations) {
        Problem {
            violations = List.copyOf(violations);
        }
    }
}
