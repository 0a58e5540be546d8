package org.paysign.cli.demo;

/**
 * One story of the contract.
 *
 * @param name names it, and its messages together with the run
 * @param turn scenarios of one turn overlap, because they cannot disturb each other; turns follow one another
 * @param in what goes in
 * @param via a step that must be on its trail
 * @param promised how it has to end
 * @param play plays it
 */
record Scenario(String name, int turn, String in, String via, Ending promised, Play play) {

    /** Plays a scenario under the id of its trail and says how it ended. */
    @FunctionalInterface
    interface Play {
        Ending play(BackEnd backEnd, Trail trail) throws Exception;
    }
}
