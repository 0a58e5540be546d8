package org.paysign.store;

import java.util.List;
import java.util.Map;

/** What stands in the tables of a running bundle. */
public final class Rowset {

    private Rowset() {}

    /** The rows of a query with one parameter. */
    public static List<Map<String, Object>> of(Database database, String query, String parameter) {
        return database.jdbc().sql(query).param(parameter).query().listOfRows();
    }
}
