package org.paysign.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What may be seen of an input.
 *
 * @param decoded its fields, masked
 * @param canonical the text that is signed, masked; empty if it cannot be masked with certainty
 * @param notes what there is to say beside the verdict
 */
public record Shown(JsonNode decoded, String canonical, List<String> notes) {

    public Shown {
        notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
        return "Shown[]";
    }
}
