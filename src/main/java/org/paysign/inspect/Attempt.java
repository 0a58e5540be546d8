package org.paysign.inspect;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One way in which a text may have been signed.
 *
 * @param cause what was done to the text if this is the one; empty for the right way
 * @param charset what the content is signed in; empty for the profile's
 */
record Attempt(Optional<Cause> cause, String content, String signature, Optional<Charset> charset) {

    Attempt because(Cause other) {
        return new Attempt(Optional.of(other), content, signature, charset);
    }

    Attempt withContent(UnaryOperator<String> change) {
        return new Attempt(cause, change.apply(content), signature, charset);
    }

    Attempt withSignature(String other) {
        return new Attempt(cause, content, other, charset);
    }

    Attempt in(Charset other) {
        return new Attempt(cause, content, signature, Optional.of(other));
    }

    /** Texts are personal. */
    @Override
    public String toString() {
        return "Attempt[]";
    }
}
