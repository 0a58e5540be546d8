package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** Walks a YAML tree. */
final class Tree {
    private Tree() {}

    /** Shows every field at any depth with its value; elements of a list come under the name of the list. */
    static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (node.isArray()) {
            node.forEach(element -> walk(element, visitor));
        }
        for (var property : node.properties()) {
            String field = property.getKey();
            JsonNode value = property.getValue();
            visitor.accept(field, value);
            if (value.isArray()) {
                value.forEach(element -> {
                    if (element.isValueNode()) {
                        visitor.accept(field, element);
                    }
                });
            }
            walk(value, visitor);
        }
    }

    /** Shows every text, number and boolean with the name of its field, leaving out what is written for readers. */
    static void leaves(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        walk(node, (field, value) -> {
            if (value.isValueNode() && !field.equals("description") && !field.equals("note")) {
                visitor.accept(field, value);
            }
        });
    }
}
