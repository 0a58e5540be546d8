package org.paysign.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.ExchangeProperty;
import org.paysign.http.HttpFailure;
import org.paysign.log.Event;
import org.paysign.store.Claiming;
import org.paysign.store.Due;
import org.paysign.store.Questions;
import org.paysign.store.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is asked when: claims, answers and gaps; safe for use by several threads and instances. */
public final class Polling {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private static final int SILENT_BATCH = 100;

    private final Questions questions;
    private final Gaps gaps;
    private final Claiming claiming;
    private final Subject subject;
    private final ReentrantLock waking = new ReentrantLock();

    /**
     * Asks about one kind of agreements.
     *
     * @param subject which ones
     */
    public Polling(Questions questions, Gaps gaps, Claiming claiming, Subject subject) {
        this.questions = questions;
        this.gaps = gaps;
        this.claiming = claiming;
        this.subject = subject;
    }

    /**
     * Makes silent agreements unknown, a batch a transaction; by one thread at a time, because ticks go on while there are
     * many of them, and all threads of the scans would take the database from whoever signs.
     */
    public void wakeSilent() {
        if (!waking.tryLock()) {
            return;
        }
        try {
            while (questions.wakeSilent(SILENT_BATCH) == SILENT_BATCH) {
                LOG.debug("More silent agreements are waiting");
            }
        } finally {
            waking.unlock();
        }
    }

    /**
     * The merchants with agreements that are due and not yet being asked about by enough hands; in no order, so that nobody
     * is always the last when hands are few.
     */
    public List<String> merchants() {
        List<String> merchants = new ArrayList<>(questions.merchants(subject, claiming.inFlight()));
        Collections.shuffle(merchants);
        return merchants;
    }

    /** Claims the first batch of a merchant. */
    public QuestionBatch claim(String merchant) {
        return new QuestionBatch(merchant, questions.claim(subject, merchant, claiming));
    }

    /** Claims the batch after this one. */
    public QuestionBatch claimNext(QuestionBatch previous) {
        return claim(previous.merchant());
    }

    /** Records what Alipay knows; state and outcome follow in the same transaction. */
    public void record(Answer answer) {
        Due due = answer.question().due();
        event("query.answered", due, answer.note()).info(LOG);
        if (!questions.answer(due, answer.signals(), gaps.after(due.attempts()))) {
            lost(due);
        }
    }

    /** A signed agreement is still in force. */
    public void stands(Answer answer) {
        Due due = answer.question().due();
        event("query.answered", due, answer.note()).info(LOG);
        if (!questions.stands(due)) {
            lost(due);
        }
    }

    /** Asks again after the usual gap. */
    public void later(Answer answer) {
        Due due = answer.question().due();
        event("query.answered", due, answer.note()).info(LOG);
        postpone(due, gaps.after(due.attempts()), answer.note());
    }

    /** Asks again after the longest gap. */
    public void muchLater(Answer answer) {
        Due due = answer.question().due();
        event("query.needs-a-person", due, answer.note()).warn(LOG);
        postpone(due, gaps.slowest(), answer.note());
    }

    /** Alipay wants fewer calls: nobody asks for this merchant for a while, and then about this agreement too. */
    public void slower(Answer answer) {
        Due due = answer.question().due();
        String merchant = due.agreement().key().merchant();
        Duration pause = questions.slowDown(merchant);
        event("query.slowed", due, answer.note())
                .with("pauseSeconds", pause.toSeconds())
                .warn(LOG);
        postpone(due, pause.plus(gaps.after(1)), answer.note());
    }

    /** No answer came: never read as "not signed". */
    public void unanswered(
            @ExchangeProperty("due") Due due, @ExchangeProperty("CamelExceptionCaught") Exception failure) {
        String note = "no_answer:" + HttpFailure.note(failure);
        event("query.unanswered", due, note).warn(LOG);
        postpone(due, gaps.after(due.attempts()), note);
    }

    private void postpone(Due due, Duration gap, String note) {
        if (!questions.postpone(due, gap, note)) {
            lost(due);
        }
    }

    private static void lost(Due due) {
        event("query.overtaken", due, "").info(LOG);
    }

    private static Event event(String name, Due due, String note) {
        return due.agreement()
                .event(name)
                .with("state", due.agreement().state())
                .with("attempt", due.attempts())
                .with("note", note);
    }
}
