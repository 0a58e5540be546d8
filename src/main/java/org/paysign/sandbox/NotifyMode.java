package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of the notice of an act: the choices of {@code notify}. */
enum NotifyMode {
    /** Sent at once. */
    ON,
    /** Never sent. */
    LOST,
    /** Sent when the phone's result had time to be relayed. */
    LATE,
    /** Sent a second time even after {@code success}. */
    TWICE,
    /** Sent once, signed by somebody who has not Alipay's key; the genuine one never comes. */
    FORGED,
    /** Sent, and answered if that does not take too long, before the act returns. */
    BEFORE;

    static final String REFUSAL = "notify must be one of "
            + Arrays.stream(values())
                    .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));

    /** The member {@code notify} of an order, {@code on} when there is none; empty when it is no choice. */
    static Optional<NotifyMode> of(ObjectNode order) {
        if (!order.has("notify")) {
            return Optional.of(ON);
        }
        return StrictJson.text(order, "notify").flatMap(wanted -> Arrays.stream(values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst());
    }
}
