package org.paysign.sandbox.pages;

import org.jspecify.annotations.Nullable;

/**
 * A message of the bundle went into a route, or failed there.
 *
 * @param number the agreement it is about
 * @param route its id
 * @param description why the route exists
 * @param message what it carried, if it is text
 * @param failed whether it failed
 */
public record Passage(String number, String route, String description, @Nullable String message, boolean failed) {

    /** Without the message, which is personal. */
    @Override
    public String toString() {
        return "Passage[" + number + ", " + route + "]";
    }
}
