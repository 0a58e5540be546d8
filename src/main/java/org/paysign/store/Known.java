package org.paysign.store;

import java.util.List;
import org.paysign.agreement.Signal;

/**
 * An agreement with all that was learnt about it.
 *
 * @param agreement as it stands, its row locked
 * @param version of its latest outcome, 0 if there was none
 */
record Known(Agreement agreement, int version, List<Signal> signals) {

    Known {
        signals = List.copyOf(signals);
    }

    /** Without the signals, which may be personal. */
    @Override
    public String toString() {
        return "Known[" + agreement.id() + "]";
    }
}
