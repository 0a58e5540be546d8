package org.paysign.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class BatchTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Batches batches = new Batches(1, 1, 1, new ActiveMQConnectionFactory("vm://0"));

    @Test
    void endsWhenTheLastMessageHasWhoeverWorksOnIt() throws Exception {
        List<AsyncCallback> elsewhere = new ArrayList<>();
        FutureTask<Boolean> batch = new FutureTask<>(() -> {
            try (Batch mine = batches.begin()) {
                mine.send(exchange(), consumer((exchange, callback) -> elsewhere.add(callback)));
                mine.finish();
            }
            return true;
        });
        Thread thread = new Thread(batch);
        thread.start();
        await().until(() -> thread.getState() == Thread.State.WAITING);
        assertThat(batch).isNotDone();

        elsewhere.get(0).done(false);

        assertThat(batch.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void bringsAllMessagesToTheirEndBeforeItTellsOfAFailure() {
        List<String> ended = new ArrayList<>();
        Jointly<String, String> step = batches.jointly(
                all -> all.stream().map(CompletableFuture::completedFuture).toList());
        try (Batch batch = batches.begin()) {
            batch.send(exchange(), consumer((exchange, callback) -> step.call("waits", text -> text)
                    .whenComplete((text, failure) -> {
                        ended.add(text);
                        callback.done(false);
                    })));
            batch.send(exchange(), consumer((exchange, callback) -> {
                exchange.setException(new IllegalStateException("fails"));
                callback.done(true);
            }));

            assertThat(batch.hasFailed()).isTrue();
            assertThat(ended).isEmpty();
            assertThatThrownBy(batch::finish).hasMessage("fails");
        }
        assertThat(ended).containsExactly("waits");
    }

    @Test
    void keepsTheFailureOfAStepToItsMessage() throws Exception {
        Jointly<String, String> step = batches.jointly(all -> all.stream()
                .map(text -> text.equals("bad")
                        ? CompletableFuture.<String>failedFuture(new IllegalStateException("bad"))
                        : CompletableFuture.completedFuture(text))
                .toList());
        List<CompletableFuture<String>> results = new ArrayList<>();
        try (Batch batch = batches.begin()) {
            for (String text : List.of("good", "bad", "spoilt")) {
                batch.send(
                        exchange(),
                        consumer((exchange, callback) -> results.add(step.call(text, BatchTest::unspoilt)
                                .toCompletableFuture()
                                .whenComplete((done, failure) -> callback.done(false)))));
            }
            batch.finish();
        }
        assertThat(results.get(0)).isCompletedWithValue("good");
        assertThat(results.get(1)).isCompletedExceptionally();
        assertThat(results.get(2)).isCompletedExceptionally();
        assertThatThrownBy(results.get(2)::join).hasRootCauseMessage("spoilt afterwards");
    }

    @Test
    void isNotWaitedForOutsideOfABatch() {
        Jointly<String, String> step = batches.jointly(
                all -> all.stream().map(CompletableFuture::completedFuture).toList());

        assertThat(step.call("alone", text -> text).toCompletableFuture()).isCompletedWithValue("alone");
    }

    private static String unspoilt(String text) {
        if (text.equals("spoilt")) {
            throw new IllegalStateException("spoilt afterwards");
        }
        return text;
    }

    private Exchange exchange() {
        return new DefaultExchange(camel);
    }

    private DefaultConsumer consumer(Route route) {
        AsyncProcessor processor = new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                route.process(exchange, callback);
                return false;
            }
        };
        return new DefaultConsumer(camel.getEndpoint("direct:any"), processor);
    }

    /** What a message goes through. */
    @FunctionalInterface
    private interface Route {
        void process(Exchange exchange, AsyncCallback callback);
    }
}
