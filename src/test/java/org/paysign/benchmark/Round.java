package org.paysign.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.management.JMException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One visit to a set-up: a warm-up, what is asked for, and whether it was real. */
final class Round {

    private static final String REQUESTS = "paysign.sign.request";
    private static final String REPLIES = "paysign.sign.reply";
    private static final String RESULTS = "paysign.sign.result";

    private final Setup setup;
    private final Options options;
    private final Figures figures;
    private final Drain pipeline;
    private long requests;
    private long proofs;

    Round(Setup setup, Options options, Figures figures) {
        this.setup = setup;
        this.options = options;
        this.figures = figures;
        this.pipeline = new Drain(setup, "sign-request", REQUESTS);
    }

    void run() throws Exception {
        memory(Name.REST);
        figures.add(Name.READY.in(setup.part()), setup.bundle().startSeconds());
        List<Requests> warmUp = warmUp();
        Requests measured = batch("m", options.messages());
        Drain.Measured rate = pipeline.of(measured.texts());
        memory(Name.LOAD);
        check(measured);
        record(Name.RATE, Name.CPU, rate);
        if (options.has(Part.LATENCY)) {
            latency(rate.rate() / 5);
        }
        if (options.has(Part.STAGES)) {
            stages();
        }
        // Nobody is told while it is measured what is recorded.
        setup.bundle().stopRoute("deliver-outcome");
        if (options.has(Part.RESULTS)) {
            results(warmUp, measured);
        }
        if (options.has(Part.NOTICES)) {
            notices(warmUp.get(0));
        }
        figures.add(
                Name.PEAK.in(setup.part()), ProcessTable.peakMiB(setup.bundle().pid()));
        checkRows(setup.closeAndOpenRows());
    }

    /** Drains more and more of them, until the compilers have settled; returns what went through. */
    private List<Requests> warmUp() throws Exception {
        List<Requests> drained = new ArrayList<>();
        Settling settling = new Settling();
        while (!settling.isOver(drained.size())) {
            Requests next = batch("w" + drained.size(), options.warmUp());
            settling.saw(pipeline.of(next.texts()).rate());
            check(next);
            drained.add(next);
        }
        return drained;
    }

    private Requests batch(String name, int count) {
        requests += count;
        return new Requests(name + Long.toString(System.nanoTime() & 0xffffffffL, 36), count);
    }

    private void memory(Name name) {
        figures.add(
                name.in(setup.part()), ProcessTable.residentMiB(setup.bundle().pid()));
    }

    private void record(Name rate, Name cpu, Drain.Measured measured) {
        figures.add(rate.in(setup.part()), measured.rate());
        figures.add(cpu.in(setup.part()), measured.cpuOfAll());
        if (measured.cpu().size() > 1) {
            measured.cpu().forEach((process, millis) -> figures.add(cpu.in(setup.part()) + ", " + process, millis));
        }
    }

    private void latency(double perSecond) throws Exception {
        Requests paced = batch("l", (int) Math.max(perSecond * options.latencySeconds(), 20));
        double[] millis = new Latency(setup.mailbox(), paced, perSecond).measure(REQUESTS, REPLIES);
        figures.add(Name.P50.in(setup.part()), Latency.percentile(millis, 0.5));
        figures.add(Name.P99.in(setup.part()), Latency.percentile(millis, 0.99));
        figures.add(Name.P999.in(setup.part()), Latency.percentile(millis, 0.999));
    }

    private void stages() throws Exception {
        Requests sampled = batch("s", options.warmUp());
        Sampler sampler = new Sampler(setup.bundle().pid(), setup.part().toString());
        pipeline.fill(sampled.texts());
        sampler.start();
        Drain.Measured measured = pipeline.empty(sampled.count());
        Map<Stage, Double> shares = sampler.stop(options.profile());
        check(sampled);
        measured.stages(shares)
                .forEach((stage, millis) -> figures.add(Name.STAGE.in(setup.part(), stage.toString()), millis));
    }

    private void results(List<Requests> warmUp, Requests measured) throws IOException, JMException {
        Alipay alipay = new Alipay(setup.keys());
        Drain drain = new Drain(setup, "sign-result", RESULTS);
        Settling settling = new Settling();
        for (int n = 0; n < warmUp.size() && !settling.isOver(n); n++) {
            Requests these = warmUp.get(n);
            // Of the first, half is left for the notices.
            int count = n == 0 ? these.count() / 2 : these.count();
            settling.saw(drain.of(signed(alipay, these, count)).rate());
            proofs += count;
        }
        record(Name.RESULTS, Name.RESULT_CPU, drain.of(signed(alipay, measured, measured.count())));
        proofs += measured.count();
    }

    private static List<String> signed(Alipay alipay, Requests requests, int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(n -> alipay.result(requests.requestId(n), requests.agreement(n)))
                .toList();
    }

    /** About those agreements of which no result has told. */
    private void notices(Requests warmUp) throws Exception {
        Alipay alipay = new Alipay(setup.keys());
        List<String> forms = IntStream.range(warmUp.count() / 2, warmUp.count())
                .parallel()
                .mapToObj(n -> alipay.notice(warmUp.agreement(n)))
                .toList();
        int first = forms.size() / 4;
        Notices notices = new Notices(setup.notices());
        notices.rate(forms.subList(0, first));
        figures.add(Name.NOTICES.in(setup.part()), notices.rate(forms.subList(first, forms.size())));
        proofs += forms.size();
    }

    /** Every request has one reply, and the first carries a signature that fits. */
    private void check(Requests asked) {
        List<String> texts = setup.mailbox().take(REPLIES, asked.count());
        Set<String> missing = new HashSet<>();
        IntStream.range(0, asked.count()).forEach(n -> missing.add(asked.requestId(n)));
        texts.forEach(text -> missing.remove(Reply.of(text).requestId()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("There is no reply to " + missing.size() + " requests");
        }
        Reply.of(texts.get(0)).check(setup.keys());
    }

    private void checkRows(JdbcClient jdbc) {
        List<String> wrong = new ArrayList<>();
        Map<String, Long> expected =
                Map.of("sign_request", requests, "agreement WHERE state = 'SIGNED'", proofs, "outcome", proofs);
        expected.forEach((rows, count) -> {
            long found =
                    jdbc.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
            if (found != count) {
                wrong.add(found + " instead of " + count + " in " + rows);
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The store holds " + wrong);
        }
    }
}
