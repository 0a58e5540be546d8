package org.paysign.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.Claim;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;
import org.paysign.log.Trace;

/** The store of one test: its own merchant in a database that others use too. */
final class StoreSample {

    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration DAY = Duration.ofDays(1);
    static final Pace PACE = new Pace(DAY, MINUTE);
    /** No limit that any other test meets. */
    static final CallRate RATE = CallRate.perMinute(1_000_000, 100_000, 60, 3_600);

    private static final OutcomeComposer BODY =
            (id, version, agreement, verdict, at) -> id + " " + version + " " + verdict.state() + " 张三";

    final JdbcAgreements agreements;
    final JdbcQuestions questions;
    final JdbcOutcomes outcomes;
    final JdbcUnsigns unsigns;
    final JdbcNotices notices;
    final TimeTravel time;
    final String merchant;

    StoreSample(Database database) {
        this(database, UUID.randomUUID().toString());
    }

    /** The same merchant, seen from another instance. */
    StoreSample(Database database, String merchant) {
        this.merchant = merchant;
        agreements = new JdbcAgreements(database, BODY, PACE);
        questions = new JdbcQuestions(database, BODY, PACE, RATE);
        outcomes = new JdbcOutcomes(database);
        unsigns = new JdbcUnsigns(database, BODY, PACE);
        notices = new JdbcNotices(database);
        time = new TimeTravel(database);
    }

    OutcomeComposer body() {
        return BODY;
    }

    Agreement signRequest(String number) {
        agreements.remember(request("r-" + number, number, "d", "reply"));
        return agreements.find(key(number)).orElseThrow();
    }

    Agreement asked(String number) {
        Agreement agreement = signRequest(number);
        agreements.record(agreement.id(), new Signal.Claimed(1, Claim.CANCELLED, "6001", true, ""));
        return agreement;
    }

    NewRequest request(String id, String number, String digest, String reply) {
        return new NewRequest(id, key(number), "app", "product", "SCENE", digest, reply, DAY, MINUTE, Trace.NONE);
    }

    AgreementKey key(String number) {
        return new AgreementKey(merchant, number + merchant);
    }

    State state(String number) {
        return agreements.find(key(number)).orElseThrow().state();
    }

    Lane lane(String target) {
        return new Lane(merchant, target);
    }

    static Claiming claiming(int batch) {
        return new Claiming(batch, batch, MINUTE);
    }

    static Signal signed() {
        return new Signal.Signed(1, Evidence.SYNC, "2026", Map.of("agreement_no", "2026", "who", "张三"));
    }

    static Signal signedUntil(String invalidTime) {
        return new Signal.Signed(
                1, Evidence.NOTIFY, "2026", Map.of("agreement_no", "2026", "invalid_time", invalidTime));
    }

    static Signal ended() {
        return new Signal.Ended(1, Evidence.NOTIFY, "2026", "unsigned", Map.of("agreement_no", "2026"));
    }

    static Signal notSigned(Due due) {
        return new Signal.NotSigned(1, due.reported(), due.windowClosed());
    }

    /** Work that is done by several threads at once, numbered from 0. */
    @FunctionalInterface
    interface Numbered<T> {
        T call(int n) throws Exception;
    }

    static <T> List<T> together(int threads, Numbered<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int n = i;
                calls.add(() -> work.call(n));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
