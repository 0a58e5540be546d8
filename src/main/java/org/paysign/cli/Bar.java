package org.paysign.cli;

import java.io.PrintWriter;
import org.paysign.cli.desk.Progress;
import picocli.CommandLine.Help.Ansi;

/** A line that moves on a terminal; elsewhere, now and then a line more. It goes to the error stream: the answer stays clean. */
final class Bar {

    /** Between two lines where nobody sees them move. */
    private static final int SHOWN_EVERY = 20;

    private final PrintWriter err;
    private final boolean moves = Ansi.AUTO.enabled();
    private int shown;

    Bar(PrintWriter err) {
        this.err = err;
    }

    void show(Progress progress) {
        if (moves) {
            err.print("\r" + progress.line() + "   ");
        } else if (shown % SHOWN_EVERY == 0) {
            err.println(progress.line());
        }
        shown++;
        err.flush();
    }

    void end() {
        if (moves && shown > 0) {
            err.println();
            err.flush();
        }
    }
}
