package org.paysign.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.paysign.store.Claiming;
import org.paysign.store.Questions;
import org.paysign.store.Subject;

class WakeSilentTest {

    private static final int FULL = 100;

    private final AtomicInteger batches = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Polling polling =
            new Polling(store(), Gaps.ofSeconds(1, 2), new Claiming(1, 1, Duration.ofSeconds(1)), Subject.UNKNOWN);

    /** Two full batches, the first of which takes its time, and then none. */
    private Questions store() {
        return (Questions) Proxy.newProxyInstance(
                Questions.class.getClassLoader(), new Class<?>[] {Questions.class}, (self, method, values) -> {
                    begun.countDown();
                    assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
                    return batches.incrementAndGet() > 2 ? 0 : FULL;
                });
    }

    @Test
    void wakesByOneThreadAtATime() throws Exception {
        Thread first = new Thread(polling::wakeSilent, "first");
        first.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        polling.wakeSilent();

        assertThat(batches).as("batches of the tick that found another at work").hasValue(0);
        goOn.countDown();
        first.join(10_000);
        assertThat(batches).as("all of them, by the first").hasValue(3);
        polling.wakeSilent();
        assertThat(batches).as("and again at the next tick").hasValue(4);
    }
}
