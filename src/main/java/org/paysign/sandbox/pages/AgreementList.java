package org.paysign.sandbox.pages;

import java.util.Set;
import java.util.function.Supplier;
import org.paysign.sandbox.Call;
import org.paysign.sandbox.Reply;

/** The list of agreements: {@code GET /agreements?search=&state=} and {@code GET /agreements/one?number=}. */
record AgreementList(Supplier<Books> books, Lookout lookout) {

    private static final Set<String> STATES = Set.of("", "ISSUED", "UNKNOWN", "SIGNED", "CANCELLED", "FAILED", "ENDED");

    Reply list(Call call) {
        var query = Query.of(call.query());
        var state = query.getOrDefault("state", "");
        if (!STATES.contains(state)) {
            return Reply.error(400, "state must be a state of an agreement");
        }
        var answer = Json.object();
        answer.set("counts", books.get().counts());
        answer.putArray("agreements").addAll(books.get().list(query.getOrDefault("search", ""), state));
        var hour = books.get().lastHour();
        hour.set("unknown", lookout.ages());
        answer.set("lastHour", hour);
        return Reply.json(200, answer);
    }

    Reply one(Call call) {
        return Reply.json(200, books.get().history(Query.of(call.query()).getOrDefault("number", "")));
    }
}
