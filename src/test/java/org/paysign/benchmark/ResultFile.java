package org.paysign.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** All figures for programs: {@code target/benchmark/result.json}. */
final class ResultFile {

    static final Path FILE = Shell.HOME.resolve("result.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ResultFile() {}

    static void write(Machine machine, Report report) {
        ObjectNode root = JSON.createObjectNode();
        root.set("machine", JSON.valueToTree(machine));
        ObjectNode ratios = root.putObject("ratios");
        report.ratios().values().forEach((key, spread) -> put(ratios.putObject(key), spread));
        ObjectNode figures = root.putObject("figures");
        for (String name : report.figures().names()) {
            ObjectNode figure = figures.putObject(name);
            put(figure, report.figures().spread(name));
            figure.set("rounds", JSON.valueToTree(report.figures().of(name)));
        }
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, JSON.writeValueAsString(root) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What is not known is null: JSON has no NaN. */
    private static void put(ObjectNode node, Spread spread) {
        if (spread.isKnown()) {
            node.put("median", spread.median()).put("min", spread.min()).put("max", spread.max());
        } else {
            node.putNull("median");
        }
    }
}
