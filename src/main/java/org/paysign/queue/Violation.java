package org.paysign.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One thing wrong with a request, as the error reply shows it.
 *
 * @param path JSON pointer from the root of the request, at most 200 characters; half a surrogate pair in it
 *     becomes {@code ?}, so that the reply can always be written
 * @param message sentence fragment without the path; never holds a value that was sent
 */
public record Violation(String path, String message) {
    private static final int LONGEST_PATH = 200;

    public Violation {
        path = new String(
                path.substring(0, Math.min(path.length(), LONGEST_PATH)).getBytes(UTF_8), UTF_8);
        if (message.isBlank()) {
            throw new IllegalArgumentException("message is blank");
        }
    }

    /** Appends a property name to a JSON pointer (RFC 6901). */
    public static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
