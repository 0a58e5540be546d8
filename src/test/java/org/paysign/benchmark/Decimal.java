package org.paysign.benchmark;

import java.util.Locale;

/** Numbers as people read them: three digits that count. */
final class Decimal {

    private Decimal() {}

    static String of(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
