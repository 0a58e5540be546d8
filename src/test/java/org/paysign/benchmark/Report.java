package org.paysign.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was measured, as tables in Markdown that can be read in a terminal too. */
record Report(Figures figures, Ratios ratios) {

    static Report of(Figures figures) {
        return new Report(figures, Ratios.of(figures));
    }

    /** Every ratio with its target. */
    String ratioTable() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ratio", "target", "median", "from", "to", "met"));
        for (Target target : Target.ALL) {
            Spread spread = ratios.of(target.key());
            rows.add(List.of(
                    target.meaning(),
                    target.text(),
                    Decimal.of(spread.median()),
                    Decimal.of(spread.min()),
                    Decimal.of(spread.max()),
                    !spread.isKnown() ? "not run" : target.isMet(spread.median()) ? "yes" : "no"));
        }
        return table(rows);
    }

    /** Every figure, with the spread of the rounds. */
    String figureTable() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("measured", "median", "from", "to", "rounds"));
        for (String name : figures.names()) {
            Spread spread = figures.spread(name);
            rows.add(List.of(
                    name,
                    Decimal.of(spread.median()),
                    Decimal.of(spread.min()),
                    Decimal.of(spread.max()),
                    String.valueOf(figures.of(name).size())));
        }
        return table(rows);
    }

    private static String table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
        lines.add(1, widths.stream().map(width -> "-".repeat(width + 2)).collect(Collectors.joining("|", "|", "|")));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(' ')
                    .append(cell)
                    .append(" ".repeat(widths.get(column) - cell.length()))
                    .append(" |");
        }
        return line.toString();
    }
}
