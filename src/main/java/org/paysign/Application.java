package org.paysign;

import org.paysign.cli.PaySign;

/** Where Java starts; the verbs are in {@link PaySign}. */
public final class Application {

    private Application() {}

    /** Runs the verb named by the arguments and exits with its code. */
    public static void main(String[] args) {
        System.exit(PaySign.run(args));
    }
}
