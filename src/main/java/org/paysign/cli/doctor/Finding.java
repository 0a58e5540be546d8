package org.paysign.cli.doctor;

/**
 * What came of a look.
 *
 * @param name what was looked at
 * @param sentence what was seen
 * @param next what to do; empty if nothing
 */
public record Finding(String name, State state, String sentence, String next) {

    /** How it is. */
    public enum State {
        OK,
        WARN,
        FAIL,
        SKIPPED
    }

    static Finding ok(String name, String sentence) {
        return new Finding(name, State.OK, sentence, "");
    }

    static Finding warn(String name, String sentence, String next) {
        return new Finding(name, State.WARN, sentence, next);
    }

    static Finding fail(String name, String sentence, String next) {
        return new Finding(name, State.FAIL, sentence, next);
    }

    static Finding skipped(String name, String sentence) {
        return new Finding(name, State.SKIPPED, sentence, "");
    }

    @Override
    public String toString() {
        return "Finding[" + name + "]";
    }
}
