package org.paysign.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.spi.PropertiesFunction;

/**
 * {@code {{cores:6,48}}}: six for each processor core this process may use, 48 at most. A limit that a container has counts,
 * as far as Java knows it.
 */
public final class CoresFunction implements PropertiesFunction {

    /** As it is written in a value. */
    static final String WRITTEN = "\\{\\{cores:[1-9][0-9]{0,4},[1-9][0-9]{0,4}}}";

    private static final Pattern NUMBERS = Pattern.compile("([1-9][0-9]{0,4}),([1-9][0-9]{0,4})");

    private final int cores;

    /** Of this machine, or the part of it that is ours. */
    public CoresFunction() {
        this(Runtime.getRuntime().availableProcessors());
    }

    CoresFunction(int cores) {
        this.cores = cores;
    }

    @Override
    public String getName() {
        return "cores";
    }

    @Override
    public String apply(String numbers) {
        Matcher both = NUMBERS.matcher(numbers);
        if (!both.matches()) {
            throw new IllegalStateException("The configuration asks for {{cores:" + numbers
                    + "}}: give how many for each core and how many at most, such as {{cores:6,48}}");
        }
        return String.valueOf(Math.min(cores * Integer.parseInt(both.group(1)), Integer.parseInt(both.group(2))));
    }
}
