package org.paysign.sandbox.pages;

import org.paysign.sandbox.Call;
import org.paysign.sandbox.Reply;

/** {@code GET /journey/events?number=...}: what happens to an agreement; without a number, what happens in general. */
record JourneyEvents(Journal journal) {

    /** Each keeps a thread of the world. */
    private static final int MOST = 24;

    Reply follow(Call call) {
        if (journal.followed() >= MOST) {
            return Reply.error(503, "Too many pages are looking on: close some");
        }
        var query = Query.of(call.query());
        var last = call.header("Last-Event-ID").orElse("0");
        var after = last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
        return new Reply.Live(journal.follow(query.getOrDefault("number", Journal.ALL), after));
    }
}
