package org.paysign.benchmark;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Async-profiler in a running JVM: a sample each millisecond that a thread computes, native code included. */
final class Sampler {

    private final long pid;
    private final String name;
    private final Path library;

    Sampler(long pid, String name) throws IOException {
        this.pid = pid;
        this.name = name;
        this.library = unpacked();
    }

    private static Path unpacked() throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "linux-arm64" : "linux-x64";
        Path file = Files.createDirectories(Shell.HOME).resolve("libasyncProfiler.so");
        try (InputStream inside = Sampler.class.getResourceAsStream("/" + machine + "/libasyncProfiler.so")) {
            if (inside == null) {
                throw new IllegalStateException("There is no profiler for " + machine);
            }
            Files.write(file, inside.readAllBytes());
        }
        return file;
    }

    void start() throws Exception {
        order("start,event=ctimer,interval=1ms");
    }

    /** Shares of the stages, together 1; {@code graph} keeps the flame graph and a list of methods too. */
    Map<Stage, Double> stop(boolean graph) throws Exception {
        Path stacks = Shell.HOME.resolve(name + ".collapsed");
        if (graph) {
            order("dump,flamegraph,dot,title=PaySign " + name + ",file=" + Shell.HOME.resolve(name + ".html"));
        }
        order("stop,collapsed,dot,file=" + stacks);
        if (graph) {
            Files.write(Shell.HOME.resolve(name + "-methods.txt"), methods(Files.readAllLines(stacks)));
        }
        return shares(Files.readAllLines(stacks));
    }

    private void order(String text) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
        try {
            machine.loadAgentPath(library.toString(), text);
        } finally {
            machine.detach();
        }
    }

    /** Of lines with frames, a blank and how often they were seen. */
    static Map<Stage, Double> shares(List<String> stacks) {
        Map<Stage, Double> seen = new EnumMap<>(Stage.class);
        double all = stacks.stream().mapToLong(Sampler::count).sum();
        for (String line : stacks) {
            seen.merge(Stage.of(frames(line)), count(line) / all, Double::sum);
        }
        return seen;
    }

    private static List<String> methods(List<String> stacks) {
        Map<String, Long> seen = new TreeMap<>();
        for (String line : stacks) {
            List<String> frames = frames(line);
            seen.merge(Stage.of(frames) + ": " + frames.get(frames.size() - 1), count(line), Long::sum);
        }
        Stream<Map.Entry<String, Long>> sorted = seen.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed());
        return sorted.map(method -> method.getValue() + " " + method.getKey()).toList();
    }

    private static long count(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static List<String> frames(String line) {
        return List.of(line.substring(0, line.lastIndexOf(' ')).split(";", -1));
    }
}
