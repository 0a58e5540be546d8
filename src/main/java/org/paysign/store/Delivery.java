package org.paysign.store;

import java.time.Duration;

/**
 * A claimed outcome: the same id and the same body at every try.
 *
 * @param target {@code success}, {@code retry}, {@code cancel} or {@code ended}
 * @param fence proves the claim when the result is stored
 * @param tries how often it was tried, this time included
 * @param age since it was written
 */
public record Delivery(String id, String merchant, String target, String body, long fence, int tries, Duration age) {

    /** Without the body, which is personal. */
    @Override
    public String toString() {
        return "Delivery[" + id + " to " + merchant + "/" + target + ", try " + tries + "]";
    }
}
