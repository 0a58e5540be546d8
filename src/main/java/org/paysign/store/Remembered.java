package org.paysign.store;

/** What remembering a sign request came to. */
public sealed interface Remembered {

    /** It is stored, now or since an earlier delivery: this text is the answer. */
    record Stored(String reply) implements Remembered {

        /** Without the reply, which holds personal data and a signature. */
        @Override
        public String toString() {
            return "Stored";
        }
    }

    /** The same requestId was used before with other content. */
    record Conflict() implements Remembered {}

    /** The agreement number is in use in a way that forbids a new signing; {@code why} is a sentence fragment. */
    record Refused(String why) implements Remembered {}
}
