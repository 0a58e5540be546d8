package org.paysign.cli;

import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.camel.impl.DefaultCamelContext;

/** Resolves placeholders as a running bundle does, without starting anything. */
final class Placeholders {

    private Placeholders() {}

    /** Over the keys that {@code run} would read. */
    static UnaryOperator<String> of(Folders folders) {
        return of(folders, Variables.of(folders.config(), System.getenv()));
    }

    /** Over the keys that {@code sandbox} would read. */
    static UnaryOperator<String> ofSandbox(Folders folders) {
        return of(folders, SandboxRun.overrides(folders.config()));
    }

    private static UnaryOperator<String> of(Folders folders, Map<String, String> overrides) {
        Properties keys = new Bundle(folders.config(), folders.routes(), overrides).keys();
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
