package org.paysign.cli;

import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.camel.impl.DefaultCamelContext;

/** Resolves placeholders as a running bundle does, without starting anything. */
final class Placeholders {

    private Placeholders() {}

    /** Over the keys that {@code run} would read. */
    static UnaryOperator<String> of(Folders folders) {
        Properties keys =
                new Bundle(folders.config(), folders.routes(), Variables.of(folders.config(), System.getenv())).keys();
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getPropertiesComponent().setInitialProperties(keys);
        return text -> {
            try {
                return camel.resolvePropertyPlaceholders(text);
            } catch (IllegalArgumentException unset) {
                // Camel's words repeat the text, which may hold a secret beside the placeholder.
                throw new IllegalStateException(
                        "a placeholder has no value: set the variable or file that the configuration names");
            }
        };
    }
}
