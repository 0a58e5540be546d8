package org.paysign.benchmark;

/** Whether a JVM that warms up has come to its pace: twice in a row it was hardly faster than ever before. */
final class Settling {

    private static final int LONGEST = 10;
    private static final double HARDLY = 1.05;

    private double best;
    private int calm;

    void saw(double rate) {
        calm = rate < best * HARDLY ? calm + 1 : 0;
        best = Math.max(best, rate);
    }

    /** After so many drains at the latest. */
    boolean isOver(int drains) {
        return calm == 2 || drains == LONGEST;
    }
}
