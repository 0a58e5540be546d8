package org.paysign.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bar for each set-up, as long as a request costs CPU, made of its stages; above them the bare signature. */
record StageChart(double signature, Map<String, Map<Stage, Double>> bars) {

    private static final int LEFT = 110;
    private static final int WIDTH = 760;
    private static final int BAR = 34;
    private static final int STEP = 58;

    /** Of the medians. */
    static StageChart of(Figures figures) {
        Map<String, Map<Stage, Double>> bars = new LinkedHashMap<>();
        for (Part setup : List.of(Part.EMBEDDED, Part.PRODUCTION)) {
            Map<Stage, Double> stages = new LinkedHashMap<>();
            for (Stage stage : Stage.values()) {
                Spread spread = figures.spread(Name.STAGE.in(setup, stage.toString()));
                if (spread.isKnown()) {
                    stages.put(stage, spread.median());
                }
            }
            if (!stages.isEmpty()) {
                bars.put(setup.toString(), stages);
            }
        }
        return new StageChart(
                1000.0 * Signers.CORES / figures.spread(Name.OPENSSL).median(), bars);
    }

    String svg() {
        double longest =
                bars.values().stream().mapToDouble(StageChart::sum).max().orElse(1);
        double scale = (WIDTH - 90) / Math.max(longest, Double.isNaN(signature) ? 0 : signature);
        List<String> shapes = new ArrayList<>();
        int top = 44;
        shapes.add(text(0, 20, "CPU milliseconds a sign request, by stage"));
        if (!Double.isNaN(signature)) {
            shapes.add(text(0, top + 22, "openssl"));
            bar(shapes, top, scale, Map.of(Stage.SIGNATURE, signature));
            top += STEP;
        }
        for (Map.Entry<String, Map<Stage, Double>> one : bars.entrySet()) {
            shapes.add(text(0, top + 22, one.getKey()));
            bar(shapes, top, scale, one.getValue());
            top += STEP;
        }
        legend(shapes, top);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + (LEFT + WIDTH) + " " + (top + 60)
                + "\" font-family=\"sans-serif\" font-size=\"14\" fill=\"#222\" role=\"img\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" + String.join("\n", shapes) + "\n</svg>\n";
    }

    private static void bar(List<String> shapes, int top, double scale, Map<Stage, Double> stages) {
        double x = LEFT;
        for (Map.Entry<Stage, Double> stage : stages.entrySet()) {
            double width = stage.getValue() * scale;
            shapes.add(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"><title>%s: %.2f ms</title></rect>",
                    x,
                    top,
                    width,
                    BAR,
                    stage.getKey().colour(),
                    stage.getKey(),
                    stage.getValue()));
            x += width;
        }
        shapes.add(text(x + 8, top + 22, String.format(Locale.ROOT, "%.2f ms", sum(stages))));
    }

    private static void legend(List<String> shapes, int top) {
        int number = 0;
        for (Stage stage : Stage.values()) {
            int x = number % 4 * 215;
            int y = top + number / 4 * 24;
            shapes.add("<rect x=\"" + x + "\" y=\"" + y + "\" width=\"14\" height=\"14\" fill=\"" + stage.colour()
                    + "\"/>");
            shapes.add(text(x + 20, y + 12, stage.toString()));
            number++;
        }
    }

    private static double sum(Map<Stage, Double> stages) {
        return stages.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String text(double x, int y, String words) {
        return String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%d\">%s</text>", x, y, words);
    }
}
