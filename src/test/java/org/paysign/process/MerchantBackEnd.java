package org.paysign.process;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A merchant that orders, shows signStr to customers and relays what their phones return. It trusts nobody: what it does
 * not know to have arrived it sends again, with the same ids.
 */
final class MerchantBackEnd implements AutoCloseable {

    private static final int SENDERS = 3;
    private static final int PHONES = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final OutsideWorld sandbox;
    private final Map<String, Order> orders;
    private final List<Worker> workers;
    private final Worker phones = new Worker(PHONES);
    private final Courier postbox;
    private final List<Courier> senders;

    MerchantBackEnd(OutsideWorld sandbox, List<Order> orders) {
        this.sandbox = sandbox;
        this.orders = orders.stream().collect(Collectors.toMap(Order::requestId, Function.identity()));
        this.workers = IntStream.rangeClosed(0, SENDERS)
                .mapToObj(number -> new Worker(1))
                .toList();
        List<Courier> couriers = workers.stream()
                .map(worker -> new Courier(sandbox.brokerUrl(), worker))
                .toList();
        this.postbox = couriers.get(0);
        this.senders = couriers.subList(1, couriers.size());
    }

    /** Sends every order; all else follows by itself. */
    void open() {
        postbox.listen("paysign.sign.reply", this::replied);
        orders.values().forEach(order -> sender(order).send("paysign.sign.request", order.request(), () -> {}));
    }

    private Courier sender(Order order) {
        return senders.get(Math.floorMod(order.requestId().hashCode(), SENDERS));
    }

    private void replied(String text) {
        String requestId = Order.read(text).path("requestId").asText();
        Order order = Optional.ofNullable(orders.get(requestId))
                .orElseThrow(() -> new AssertionError("A reply to nobody: " + text));
        if (order.reply(text)) {
            phones.execute(() -> sign(order));
        }
    }

    /** The customer tries until the phone says something; the second time it is the same customer with the same wish. */
    private void sign(Order order) throws IOException {
        String question = JSON.writeValueAsString(
                Map.of("signStr", order.signStr(), "act", order.act().wireName(), "notify", "lost"));
        HttpRequest request = HttpRequest.newBuilder(sandbox.world("/phone/paySignCenter"))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build();
        String phone = await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> said(request), Optional::isPresent)
                .orElseThrow();
        String result = order.result(phone);
        if (result.isEmpty()) {
            order.report();
        } else {
            sender(order).send("paysign.sign.result", result, order::report);
        }
    }

    private Optional<String> said(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError("The phone answered " + response.statusCode() + " " + response.body());
            }
            return Optional.of(response.body());
        } catch (IOException dead) {
            return Optional.empty();
        }
    }

    /** What went wrong that is not the sandbox's death. */
    List<Throwable> failures() {
        return Stream.concat(workers.stream(), Stream.of(phones))
                .flatMap(worker -> worker.failures().stream())
                .toList();
    }

    @Override
    public void close() {
        phones.close();
        postbox.close();
        senders.forEach(Courier::close);
    }
}
