package org.paysign.benchmark;

import java.util.Locale;

/** What was measured, as a table. */
record Report(Figures figures) {

    String text() {
        StringBuilder text = new StringBuilder();
        for (String name : figures.names()) {
            Spread spread = figures.spread(name);
            text.append(String.format(
                    Locale.ROOT, "%-40s %10.2f  (%.2f..%.2f)%n", name, spread.median(), spread.min(), spread.max()));
        }
        return text.toString();
    }
}
