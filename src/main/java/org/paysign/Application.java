package org.paysign;

import org.paysign.cli.PaySign;

/** Where Java starts; the verbs are in {@link PaySign}. */
public final class Application {

    private Application() {}

    /** Runs the verb named by the arguments and exits with its code. */
    public static void main(String[] args) {
        // Set before the first logger is made; a value given on the command line stays.
        if (System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty("log4j2.configurationFile", "config/log4j2.properties");
        }
        if (System.getProperty("paysign.log.level") == null && args.length > 0 && args[0].equals("demo")) {
            System.setProperty("paysign.log.level", "error");
        }
        System.exit(PaySign.run(args));
    }
}
