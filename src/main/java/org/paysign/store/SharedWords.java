package org.paysign.store;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paysign.log.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Words about agreements, many in one transaction. It waits for no row: what others hold is heard alone. */
final class SharedWords {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Recording recording;

    SharedWords(Database database, Recording recording) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        this.recording = recording;
    }

    /** Waits for the row, and for whoever holds it. */
    Told<Boolean> hearAlone(Word word) {
        return transactions.execute(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            Agreement agreement = jdbc.sql("SELECT " + Rows.AGREEMENT + " FROM agreement WHERE id = ? FOR UPDATE")
                    .param(word.agreement())
                    .query(Rows::agreement)
                    .single();
            recording.hear(agreement, word.ofRound().apply(agreement.round()), now);
            return Told.of(true);
        });
    }

    /** Leaves out the second word about one agreement, and what cannot be read or is held by others. */
    List<Optional<Told<Boolean>>> hear(List<Word> words) {
        return transactions.execute(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            Map<Long, Known> known = known(words);
            // Empty is left out; no change in it is a repeat.
            List<Optional<List<Change>>> heard = words.stream()
                    .map(word ->
                            Optional.ofNullable(known.remove(word.agreement())).map(mine -> heard(word, mine, now)))
                    .toList();
            Iterator<List<Event>> events = recording
                    .writer()
                    .write(
                            heard.stream()
                                    .flatMap(Optional::stream)
                                    .flatMap(List::stream)
                                    .toList(),
                            now)
                    .iterator();
            return heard.stream()
                    .map(mine -> mine.map(change -> new Told<>(true, change.isEmpty() ? List.of() : events.next())))
                    .toList();
        });
    }

    private List<Change> heard(Word word, Known known, OffsetDateTime now) {
        return recording.heard(known, word.ofRound().apply(known.agreement().round()), now).stream()
                .toList();
    }

    private Map<Long, Known> known(List<Word> words) {
        Object[] ids = Rows.padded(words.stream().map(Word::agreement).toList());
        List<Agreement> free = jdbc
                .sql("SELECT " + Rows.AGREEMENT + " FROM agreement WHERE id IN (" + Rows.marks(ids)
                        + ") FOR UPDATE SKIP LOCKED")
                .params(ids)
                .query(Rows::found)
                .list()
                .stream()
                .flatMap(found -> found.agreement().stream())
                .toList();
        Map<Long, Known> known = new HashMap<>();
        if (!free.isEmpty()) {
            recording
                    .signals()
                    .of(free)
                    .forEach(mine -> known.put(mine.agreement().id(), mine));
        }
        return known;
    }
}
