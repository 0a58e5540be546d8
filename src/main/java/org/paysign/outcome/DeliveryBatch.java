package org.paysign.outcome;

import java.util.List;
import org.paysign.store.Delivery;
import org.paysign.store.Lane;

/** Claimed outcomes of one lane. */
public record DeliveryBatch(Lane lane, List<Delivery> deliveries) {
    public DeliveryBatch {
        deliveries = List.copyOf(deliveries);
    }

    /** Whether nothing was due; asked by the route. */
    public boolean isEmpty() {
        return deliveries.isEmpty();
    }
}
