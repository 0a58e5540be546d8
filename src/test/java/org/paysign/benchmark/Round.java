package org.paysign.benchmark;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;

/** One visit to a set-up: a warm-up, what is asked for, and whether it was real. */
final class Round {

    private static final String REQUESTS = "paysign.sign.request";
    private static final String REPLIES = "paysign.sign.reply";

    private final Setup setup;
    private final Options options;
    private final Figures figures;

    Round(Setup setup, Options options, Figures figures) {
        this.setup = setup;
        this.options = options;
        this.figures = figures;
    }

    void run() throws JMException, IOException {
        Drain pipeline = new Drain(setup, "sign-request", REQUESTS);
        Requests warmUp = new Requests("w" + number(), options.warmUp());
        pipeline.of(warmUp.texts());
        replies(warmUp);
        Requests measured = new Requests("m" + number(), options.messages());
        Drain.Measured rate = pipeline.of(measured.texts());
        replies(measured);
        record(rate);
        long rows = setup.closeAndOpenRows()
                .sql("SELECT count(*) FROM sign_request")
                .query(Long.class)
                .single();
        if (rows != warmUp.count() + measured.count()) {
            throw new IllegalStateException("There are " + rows + " rows");
        }
    }

    private static String number() {
        return Long.toString(System.nanoTime() & 0xffffffffL, 36);
    }

    private void record(Drain.Measured measured) {
        figures.add(setup.part() + " a second", measured.rate());
        measured.cpu().forEach((process, millis) -> figures.add(setup.part() + " ms of " + process, millis));
        figures.add(setup.part() + " ms of all", measured.cpuOfAll());
    }

    /** Every request has one reply, and the first carries a signature that fits. */
    private Map<String, String> replies(Requests requests) {
        List<String> texts = setup.mailbox().take(REPLIES, requests.count());
        Map<String, String> replies = new TreeMap<>();
        for (String text : texts) {
            replies.put(Reply.of(text).requestId(), text);
        }
        Set<String> missing = new HashSet<>();
        for (int n = 0; n < requests.count(); n++) {
            if (!replies.containsKey(requests.requestId(n))) {
                missing.add(requests.requestId(n));
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("There is no reply to " + missing.size() + " requests");
        }
        Reply.of(texts.get(0)).check(setup.keys());
        return replies;
    }
}
