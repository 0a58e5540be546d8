package org.paysign.outcome;

import java.util.Map;

/** The bundle's endpoints for outcomes, as Camel endpoint URIs; a merchant's profile may name others. */
public record OutcomeTargets(Map<String, String> uris) {
    public OutcomeTargets {
        uris = Map.copyOf(uris);
    }

    /** The four endpoints of the configuration; without one for {@code ended} the one for {@code cancel} serves. */
    public static OutcomeTargets of(String success, String retry, String cancel, String ended) {
        return new OutcomeTargets(Map.of(
                "success", success, "retry", retry, "cancel", cancel, "ended", ended.isBlank() ? cancel : ended));
    }

    /** Without the URIs, which may hold passwords. */
    @Override
    public String toString() {
        return "OutcomeTargets" + uris.keySet();
    }

    /** Whether ended agreements go where cancelled ones go. */
    boolean sharesCancel() {
        return String.valueOf(uris.get("cancel")).equals(uris.get("ended"));
    }
}
