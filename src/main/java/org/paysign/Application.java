package org.paysign;

/** Entry point of the bundle. */
public final class Application {
    private Application() {}

    public static void main(String[] args) {
        System.exit(args.length);
    }
}
