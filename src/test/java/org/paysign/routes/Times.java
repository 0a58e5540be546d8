package org.paysign.routes;

import org.paysign.cli.RunningBundle;
import org.paysign.store.Database;
import org.paysign.store.TimeTravel;

/** Time travel in the database of a running bundle. */
final class Times {

    private Times() {}

    static TimeTravel of(RunningBundle bundle) {
        return new TimeTravel(bundle.bean("database", Database.class));
    }
}
