package org.paysign.cli.doctor;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * One look at the surroundings, which may take its time.
 *
 * @param name for the finding, if it takes too long or breaks
 */
public record Look(String name, Callable<List<Finding>> eyes) {

    @Override
    public String toString() {
        return "Look[" + name + "]";
    }
}
