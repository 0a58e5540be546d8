package org.paysign.signature;

import java.util.Base64;

/** Base64 that can be written in one way only: otherwise a changed signature could still be a good one. */
final class Canonical {

    private Canonical() {}

    /**
     * Decodes standard Base64.
     *
     * @throws IllegalArgumentException if the text is not what encoding its bytes would give
     */
    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("Base64 with bits or padding that no encoder writes");
        }
        return bytes;
    }
}
