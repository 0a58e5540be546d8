package org.paysign.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * A verb, run in this JVM, and what came of it.
 *
 * @param code it exits with
 */
public record CommandLineRun(int code, String out, String err) {

    /** Runs it; arguments that begin with {@code -D} are system properties while it runs. */
    public static CommandLineRun of(String... arguments) {
        List<String> words = new ArrayList<>();
        List<String> set = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("-D")) {
                String[] property = argument.substring(2).split("=", 2);
                System.setProperty(property[0], property[1]);
                set.add(property[0]);
            } else {
                words.add(argument);
            }
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = PaySign.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        try {
            return new CommandLineRun(line.execute(words.toArray(String[]::new)), out.toString(), err.toString());
        } finally {
            set.forEach(System::clearProperty);
        }
    }
}
