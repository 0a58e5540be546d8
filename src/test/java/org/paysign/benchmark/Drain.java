package org.paysign.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import org.paysign.process.Jmx;

/**
 * A queue that was filled while its route stood still, and how fast the route empties it. Measured is the middle, from
 * the twentieth part of the messages to nineteen of them: neither the consumers that begin nor those that find nothing.
 */
final class Drain {

    private static final double BEGIN = 0.05;
    private static final double END = 0.95;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Setup setup;
    private final String route;
    private final String queue;

    /** Of a route and the queue that it reads. */
    Drain(Setup setup, String route, String queue) {
        this.setup = setup;
        this.route = route;
        this.queue = queue;
    }

    /** Fills the queue, lets the route empty it, and says how that went. */
    Measured of(List<String> texts) throws JMException, IOException {
        fill(texts);
        return empty(texts.size());
    }

    /** The route stands still when this returns, and all messages are on the broker's disk. */
    void fill(List<String> texts) throws JMException, IOException {
        setup.bundle().stopRoute(route);
        setup.mailbox().send(queue, texts);
        long held = count("MessageCount");
        if (held != texts.size()) {
            throw new IllegalStateException(queue + " holds " + held + " messages instead of " + texts.size());
        }
    }

    /** Lets the route empty the queue, and says how that went. */
    Measured empty(int count) throws JMException, IOException {
        long before = count("MessagesAcknowledged");
        List<Moment> moments = new ArrayList<>();
        moments.add(now(0));
        setup.bundle().startRoute(route);
        while (last(moments).done() < count) {
            LockSupport.parkNanos(LOOK_NANOS);
            Moment now = now(count("MessagesAcknowledged") - before);
            if (now.done() > last(moments).done()) {
                moments.add(now);
            } else if (now.nanos() - last(moments).nanos() > PATIENCE_NANOS) {
                throw new IllegalStateException(queue + " came to a standstill after " + now.done() + " messages");
            }
        }
        return measured(moments, count);
    }

    private static Measured measured(List<Moment> moments, int count) {
        Moment begin = moments.stream()
                .filter(moment -> moment.done() >= count * BEGIN)
                .findFirst()
                .orElseThrow();
        Moment end = moments.stream()
                .filter(moment -> moment.done() >= count * END)
                .findFirst()
                .orElseThrow();
        long done = end.done() - begin.done();
        Map<String, Double> cpu = new LinkedHashMap<>();
        end.cpu()
                .forEach((process, millis) ->
                        cpu.put(process, (millis - begin.cpu().getOrDefault(process, 0.0)) / done));
        return new Measured(done * 1e9 / (end.nanos() - begin.nanos()), cpu);
    }

    private static Moment last(List<Moment> moments) {
        return moments.get(moments.size() - 1);
    }

    private Moment now(long done) throws IOException {
        Map<String, Double> cpu = new TreeMap<>();
        setup.processes().forEach((process, pid) -> cpu.put(process, ProcessTable.cpuMillis(pid)));
        return new Moment(System.nanoTime(), done, cpu);
    }

    private long count(String attribute) throws JMException, IOException {
        Jmx broker = setup.broker();
        return (Long) broker.queue(queue, attribute);
    }

    /** How many were done at a time, and with how much work of each process. */
    private record Moment(long nanos, long done, Map<String, Double> cpu) {}

    /** Messages a second, and milliseconds of CPU a message by process. */
    record Measured(double rate, Map<String, Double> cpu) {

        double cpuOfAll() {
            return cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        /** The bundle's work by stage, and that of the other processes with the stage that they serve. */
        Map<Stage, Double> stages(Map<Stage, Double> shares) {
            Map<Stage, Double> stages = new EnumMap<>(Stage.class);
            shares.forEach((stage, share) -> stages.put(stage, share * cpu.getOrDefault("bundle", 0.0)));
            for (Stage stage : List.of(Stage.BROKER, Stage.DATABASE)) {
                stages.merge(stage, cpu.getOrDefault(stage.toString(), 0.0), Double::sum);
            }
            return stages;
        }
    }
}
