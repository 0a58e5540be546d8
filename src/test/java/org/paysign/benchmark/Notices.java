package org.paysign.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Notices on a few connections, the next as soon as the last is answered. */
final class Notices {

    private static final int CONNECTIONS = 8;

    private final URI receiver;

    Notices(URI receiver) {
        this.receiver = receiver;
    }

    /** How many a second are answered with success; anything else is an end. */
    double rate(List<String> forms) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            AtomicInteger next = new AtomicInteger();
            long begun = System.nanoTime();
            List<Future<?>> all = IntStream.range(0, CONNECTIONS)
                    .<Future<?>>mapToObj(connection -> pool.submit(() -> {
                        sendSome(forms, next);
                        return true;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
            return forms.size() * 1e9 / (System.nanoTime() - begun);
        } finally {
            pool.shutdownNow();
        }
    }

    private void sendSome(List<String> forms, AtomicInteger next) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int n = next.getAndIncrement(); n < forms.size(); n = next.getAndIncrement()) {
            HttpRequest request = HttpRequest.newBuilder(receiver)
                    .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(forms.get(n)))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().equals("success")) {
                throw new IllegalStateException("A notice was answered " + answer.statusCode() + " " + answer.body());
            }
        }
    }
}
