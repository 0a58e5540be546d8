package org.paysign.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A table of merchants and names, to be joined with: what has many keys is found in one look. */
final class Pairs {

    private static final String ROW = "(CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(64)))";

    private final List<Object> values = new ArrayList<>();

    private Pairs() {}

    static <T> Pairs of(Collection<T> keys, Function<T, String> merchant, Function<T, String> name) {
        Pairs pairs = new Pairs();
        List<T> all = List.copyOf(keys);
        int size = Rows.padded(all).length;
        for (int i = 0; i < size; i++) {
            T key = all.get(Math.min(i, all.size() - 1));
            pairs.values.add(merchant.apply(key));
            pairs.values.add(name.apply(key));
        }
        return pairs;
    }

    /** In SQL, with the columns {@code wanted.its_merchant} and {@code wanted.its_name}. */
    String table() {
        return "(VALUES " + String.join(", ", Collections.nCopies(values.size() / 2, ROW))
                + ") AS wanted (its_merchant, its_name)";
    }

    /** The values of its question marks. */
    Object[] values() {
        return values.toArray();
    }
}
