package org.paysign.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux knows of a process: {@code /proc}. */
final class ProcessTable {

    /** USER_HZ, which is the same on every Linux that Java runs on. */
    private static final double MILLIS_A_TICK = 10;

    private ProcessTable() {}

    /** Milliseconds of CPU that a process, its children and those it has outlived have used; 0 if there is none. */
    static double cpuMillis(long pid) {
        return Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .mapToDouble(ProcessTable::ownMillis)
                .sum();
    }

    private static double ownMillis(long pid) {
        String line = read(pid, "stat");
        // The name of the process may hold blanks; behind it, state is field 3 and utime field 14.
        String[] fields = line.substring(line.lastIndexOf(')') + 1).trim().split(" ", -1);
        double ticks = 0;
        for (int field = 14; field <= 17 && fields.length > 14; field++) {
            ticks += Long.parseLong(fields[field - 3]);
        }
        return ticks * MILLIS_A_TICK;
    }

    /** MiB in memory now. */
    static double residentMiB(long pid) {
        return mebibytes(pid, "VmRSS:");
    }

    /** MiB in memory when they were most. */
    static double peakMiB(long pid) {
        return mebibytes(pid, "VmHWM:");
    }

    private static double mebibytes(long pid, String field) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String read(long pid, String file) {
        Path path = Path.of("/proc", String.valueOf(pid), file);
        try {
            return Files.readString(path);
        } catch (IOException gone) {
            if (Files.exists(path)) {
                throw new UncheckedIOException(gone);
            }
            return "";
        }
    }
}
