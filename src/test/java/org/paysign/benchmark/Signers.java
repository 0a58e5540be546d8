package org.paysign.benchmark;

import java.nio.file.Path;
import java.util.List;

/** The bare signature and the official SDK, each in processes of its own, on all cores. */
final class Signers {

    static final int CORES = Runtime.getRuntime().availableProcessors();

    private Signers() {}

    /** Signatures a second by {@code openssl speed -multi CORES rsa2048}. */
    static double openssl(int seconds) {
        return signsPerSecond(Shell.output(List.of(
                "openssl", "speed", "-multi", String.valueOf(CORES), "-seconds", String.valueOf(seconds), "rsa2048")));
    }

    /** Reads the table at the end; newer versions have more columns. */
    static double signsPerSecond(String output) {
        List<String> lines = output.lines().toList();
        String row = last(lines, "rsa");
        List<String> heads = columns(last(lines, "sign")).stream()
                .filter(head -> head.endsWith("/s"))
                .toList();
        List<String> cells = columns(row);
        return Double.parseDouble(cells.get(cells.size() - heads.size() + heads.indexOf("sign/s")));
    }

    private static String last(List<String> lines, String begin) {
        return lines.stream()
                .filter(line -> line.stripLeading().startsWith(begin))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new IllegalStateException("openssl speed printed no line with " + begin));
    }

    private static List<String> columns(String line) {
        return List.of(line.strip().split(" +", -1));
    }

    /** Calls a second of {@code DefaultAlipayClient.sdkExecute}. */
    static double sdk(int seconds, Path keys) {
        String output = Shell.output(List.of(
                Shell.java(),
                "-cp",
                System.getProperty("java.class.path"),
                SdkRate.class.getName(),
                String.valueOf(CORES),
                String.valueOf(seconds),
                keys.toString()));
        return Double.parseDouble(output.lines()
                .filter(line -> line.startsWith(SdkRate.ANSWER))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The SDK said " + output))
                .substring(SdkRate.ANSWER.length()));
    }
}
