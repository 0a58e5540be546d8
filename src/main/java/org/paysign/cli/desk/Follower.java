package org.paysign.cli.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads the register on and on, each entry once. */
public final class Follower {

    private static final int PAGE = 500;
    /** Entries may appear behind their successors, when their transactions took longer: so far back is looked again. */
    private static final int OVERLAP = 200;

    private final Desk desk;
    private final TreeSet<Long> seen = new TreeSet<>();
    private long from;

    private Follower(Desk desk, long from) {
        this.desk = desk;
        this.from = from;
    }

    /** Begins with the last entries, as many as that. */
    public static Follower of(Desk desk, int past) {
        long last = desk.read(Desk.REGISTER).path("LastEntry").asLong();
        return new Follower(desk, Math.max(0, last - Math.max(0, Math.min(past, PAGE))));
    }

    /** What is new since the last call. */
    public List<JsonNode> next() {
        List<JsonNode> found = new ArrayList<>();
        JsonNode page;
        long behind = Math.max(from, seen.isEmpty() ? from : seen.last() - OVERLAP);
        do {
            page = desk.press(Desk.REGISTER, "entriesAfter", behind, PAGE);
            for (JsonNode entry : page) {
                behind = Math.max(behind, entry.path("number").asLong());
                if (seen.add(entry.path("number").asLong())) {
                    found.add(entry);
                }
            }
        } while (page.size() == PAGE);
        while (seen.size() > 2 * OVERLAP + PAGE) {
            from = seen.pollFirst();
        }
        return found;
    }
}
