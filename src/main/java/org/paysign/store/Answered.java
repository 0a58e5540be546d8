package org.paysign.store;

/**
 * A sign request that was answered.
 *
 * @param digest of its content as it came
 * @param reply the text it was answered with
 */
public record Answered(String digest, String reply) {

    /** What that means for a delivery with the same requestId. */
    public Remembered to(String otherDigest) {
        return digest.equals(otherDigest) ? new Remembered.Stored(reply) : new Remembered.Conflict();
    }

    /** Without the reply, which holds personal data and a signature. */
    @Override
    public String toString() {
        return "Answered";
    }
}
