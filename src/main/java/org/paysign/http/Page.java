package org.paysign.http;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param type the media type
 * @param body the text, in UTF-8
 */
public record Page(int status, String type, String body) {

    /** Without the body, which is long. */
    @Override
    public String toString() {
        return "Page[" + status + "]";
    }
}
