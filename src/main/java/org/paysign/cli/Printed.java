package org.paysign.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.paysign.json.StrictJson;
import picocli.CommandLine.Option;

/** The option of verbs that print for people or for programs. */
final class Printed {

    @Option(names = "--json", description = "prints one JSON document instead of text")
    private boolean json;

    /** Prints the document, or the lines. */
    void print(PrintWriter out, JsonNode document, Iterable<String> lines) {
        if (json) {
            out.println(written(document));
        } else {
            lines.forEach(out::println);
        }
        out.flush();
    }

    private static String written(JsonNode document) {
        try {
            return StrictJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The document cannot be written: report this as a defect");
        }
    }
}
