package org.paysign.benchmark;

import com.sun.tools.attach.AttachNotSupportedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import org.paysign.process.Jmx;

/** PaySign as a process that a user started, ready for work. */
final class Bundle implements AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofMinutes(3).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    private final Process process;
    private final double startSeconds;
    private final Jmx jmx;

    private Bundle(Process process, double startSeconds) throws IOException, AttachNotSupportedException {
        this.process = process;
        this.startSeconds = startSeconds;
        this.jmx = Jmx.attach(process.pid());
    }

    /** Returns when it says that it is ready. */
    static Bundle start(ProcessBuilder command, int managementPort) throws IOException, AttachNotSupportedException {
        long begun = System.nanoTime();
        Process process = command.start();
        try {
            awaitReady(process, managementPort, begun);
            return new Bundle(process, (System.nanoTime() - begun) / 1e9);
        } catch (IOException | AttachNotSupportedException | RuntimeException broken) {
            Shell.end(process);
            throw broken;
        }
    }

    private static void awaitReady(Process process, int port, long begun) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        while (!isReady(http, question)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "PaySign ended with " + process.exitValue() + ", see target/benchmark/logs");
            }
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IllegalStateException("PaySign is not ready, see target/benchmark/logs");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest question) {
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** From the start of the process until it was ready. */
    double startSeconds() {
        return startSeconds;
    }

    long pid() {
        return process.pid();
    }

    Jmx jmx() {
        return jmx;
    }

    void stopRoute(String route) throws JMException, IOException {
        jmx.invokeRoute(route, "stop");
    }

    void startRoute(String route) throws JMException, IOException {
        jmx.invokeRoute(route, "start");
    }

    @Override
    public void close() throws IOException {
        try {
            jmx.close();
        } finally {
            Shell.end(process);
        }
    }
}
