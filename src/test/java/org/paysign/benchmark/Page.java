package org.paysign.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page that tells of the last run: what stands between two marks is written by the benchmark. */
final class Page {

    static final Path FILE = Path.of("src/site/markdown/performance.md");
    static final Path CHART = Path.of("src/site/resources/images/performance-stages.svg");
    static final String BEGIN = "<!-- written by src/test/sh/benchmark.sh --write-page -->";
    static final String END = "<!-- end of what is written -->";

    private Page() {}

    static void write(Machine machine, Report report, StageChart chart) {
        try {
            Files.writeString(FILE, replaced(Files.readString(FILE), block(machine, report)));
            Files.writeString(CHART, chart.svg());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static String replaced(String page, String block) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(FILE + " has lost its marks");
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + block + page.substring(end);
    }

    private static String block(Machine machine, Report report) {
        return "Machine: " + machine.text() + ".\n\n"
                + report.ratioTable()
                + "\n```\n" + report.ratios().line() + "\n```\n\n"
                + "![CPU a request by stage](../resources/images/performance-stages.svg)\n\n"
                + report.figureTable() + "\n";
    }
}
