package org.paysign.store;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.RequestKey;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sign requests, many in one transaction. */
final class SharedRequests {

    private static final Comparator<NewRequest> BY_NUMBER = Comparator.comparing(
                    (NewRequest request) -> request.key().merchant())
            .thenComparing(request -> request.key().externalAgreementNo());

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Recording recording;
    private final NewAgreements newAgreements;
    private final RequestRows requests;

    SharedRequests(Database database, Recording recording, RequestRows requests) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        this.recording = recording;
        this.newAgreements = new NewAgreements(database, recording);
        this.requests = requests;
    }

    /**
     * Numbers that are new; what is about others, or about one number twice, is left to {@link #rememberAlone}. Rows are
     * written in one order by everybody, so that no two transactions wait for one another.
     */
    List<Optional<Told<Remembered>>> remember(List<NewRequest> asked) {
        return transactions.execute(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            Set<AgreementKey> taken =
                    newAgreements.inUse(asked.stream().map(NewRequest::key).toList());
            List<NewRequest> fresh = asked.stream()
                    .filter(request -> taken.add(request.key()))
                    .sorted(BY_NUMBER)
                    .toList();
            IdentityHashMap<NewRequest, Change> changes = new IdentityHashMap<>();
            if (!fresh.isEmpty()) {
                Iterator<Change> written = newAgreements.insert(fresh, now).iterator();
                fresh.forEach(request -> changes.put(request, written.next()));
            }
            return asked.stream()
                    .map(request -> Optional.ofNullable(changes.get(request))
                            .map(change -> Told.<Remembered>of(new Remembered.Stored(request.reply()), change.event())))
                    .toList();
        });
    }

    Told<Remembered> rememberAlone(NewRequest request) {
        try {
            return transactions.execute(status -> Told.of(rememberOnce(request)));
        } catch (DuplicateKeyException anotherWasFaster) {
            return transactions.execute(status -> Told.of(rememberOnce(request)));
        }
    }

    private Remembered rememberOnce(NewRequest request) {
        RequestKey asked = new RequestKey(request.key().merchant(), request.requestId());
        Optional<Answered> earlier =
                Optional.ofNullable(requests.answered(List.of(asked)).get(asked));
        if (earlier.isPresent()) {
            return earlier.get().to(request.digest());
        }
        OffsetDateTime now = Rows.now(jdbc);
        Optional<Agreement> known = Rows.locked(jdbc, request.key());
        Optional<String> refusal = known.flatMap(agreement -> refusal(agreement, request));
        if (refusal.isPresent()) {
            return new Remembered.Refused(refusal.get());
        }
        known.ifPresentOrElse(
                agreement -> reopen(agreement, request, now),
                () -> newAgreements.insert(List.of(request), now).forEach(change -> Happened.tell(change.event())));
        return new Remembered.Stored(request.reply());
    }

    /** A number is signed again only for the same thing, and never over an agreement that is in force. */
    private static Optional<String> refusal(Agreement agreement, NewRequest request) {
        if (agreement.state() == State.SIGNED) {
            return Optional.of("is signed already: unsign it first, or use a new number");
        }
        boolean same = agreement.product().equals(request.product())
                && agreement.scene().equals(request.scene())
                && agreement.appId().equals(request.appId());
        return same ? Optional.empty() : Optional.of("is in use for another app, product or scene: use a new number");
    }

    /** A number that was signed before, or tried: the next round. */
    private void reopen(Agreement agreement, NewRequest request, OffsetDateTime now) {
        int round = agreement.round() + 1;
        jdbc.sql("UPDATE agreement SET round = ?, request_id = ?, window_ends_at = ?, traceparent = ?, tracestate = ?"
                        + " WHERE id = ?")
                .params(round, request.requestId(), now.plus(request.window()))
                .params(request.trace().traceparent(), request.trace().tracestate(), agreement.id())
                .update();
        Agreement reopened = Rows.locked(jdbc, request.key()).orElseThrow();
        newAgreements.insertRequests(List.of(request), List.of(reopened), now);
        recording.learn(reopened, Set.of(new Signal.Issued(round, request.requestId())), request.silence(), now);
    }
}
