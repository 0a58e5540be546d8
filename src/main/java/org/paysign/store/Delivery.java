package org.paysign.store;

import java.time.Duration;
import org.paysign.log.Trace;

/**
 * A claimed outcome: the same id and the same body at every try.
 *
 * @param target {@code success}, {@code retry}, {@code cancel} or {@code ended}
 * @param fence proves the claim when the result is stored
 * @param tries how often it was tried, this time included
 * @param age since it was written
 * @param trace the journey it belongs to, fixed when it was written
 */
public record Delivery(
        String id, String merchant, String target, String body, long fence, int tries, Duration age, Trace trace) {

    /** Without the body, which is personal. */
    @Override
    public String toString() {
        return "Delivery[" + id + " to " + merchant + "/" + target + ", try " + tries + "]";
    }
}
