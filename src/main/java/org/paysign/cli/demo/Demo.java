package org.paysign.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.main.Main;

/** Plays scenarios against a bundle that it watches, and prints a line for each as it ends. */
public final class Demo {

    private static final int AT_ONCE = 24;

    private final Footprints footprints;

    private Demo(Footprints footprints) {
        this.footprints = footprints;
    }

    /** Prepares a bundle that is not started yet to be watched. */
    public static Demo watching(Main bundle) {
        Footprints footprints = new Footprints();
        // Camel main takes it out of the registry and puts it on every route.
        bundle.bind("footprints", footprints);
        return new Demo(footprints);
    }

    /**
     * Plays the scenarios of these names, or all if there are none.
     *
     * @return whether all ended as promised
     * @throws IllegalStateException if a name is unknown
     * @throws InterruptedException if it is to stop; nothing is running any more then
     */
    public boolean play(Site site, Collection<String> names, PrintWriter out) throws InterruptedException {
        List<Scenario> scenarios = chosen(names);
        Report report = new Report(out);
        // Short, because an agreement's number has 32 characters at most.
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        ExecutorService players = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (List<Scenario> turn : scenarios.stream()
                    .collect(Collectors.groupingBy(Scenario::turn, TreeMap::new, Collectors.toList()))
                    .values()) {
                play(turn, run, site, report, players);
            }
        } finally {
            players.shutdownNow();
            players.awaitTermination(10, TimeUnit.SECONDS);
        }
        return report.sum(run);
    }

    private static List<Scenario> chosen(Collection<String> names) {
        List<Scenario> all = Scenarios.all();
        List<String> known = all.stream().map(Scenario::name).toList();
        List<String> unknown =
                names.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("There is no such scenario: " + String.join(", ", unknown)
                    + "; take one of " + String.join(", ", known));
        }
        return all.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
                .toList();
    }

    private void play(List<Scenario> turn, String run, Site site, Report report, ExecutorService players)
            throws InterruptedException {
        List<Callable<Void>> parts = new ArrayList<>();
        for (Scenario scenario : turn) {
            parts.add(() -> {
                Trail trail = footprints.follow(scenario.name() + "-" + run);
                long start = System.nanoTime();
                Ending ending = ending(scenario, site, trail);
                report.add(scenario, trail, ending, System.nanoTime() - start);
                return null;
            });
        }
        for (Future<Void> part : players.invokeAll(parts)) {
            try {
                part.get();
            } catch (ExecutionException broken) {
                throw new IllegalStateException("The demonstration broke off", broken.getCause());
            }
        }
    }

    /** Whatever goes wrong is where this scenario ended; the others go on. */
    private static Ending ending(Scenario scenario, Site site, Trail trail) throws InterruptedException {
        try (BackEnd backEnd = new BackEnd(site)) {
            return scenario.play().play(backEnd, trail);
        } catch (Exception broken) {
            if (isInterrupt(broken)) {
                throw new InterruptedException("The demonstration is to stop");
            }
            return new Ending("nowhere", String.valueOf(broken.getMessage()));
        }
    }

    /** The JMS client wraps it. */
    private static boolean isInterrupt(Throwable broken) {
        return broken instanceof InterruptedException || (broken.getCause() != null && isInterrupt(broken.getCause()));
    }
}
