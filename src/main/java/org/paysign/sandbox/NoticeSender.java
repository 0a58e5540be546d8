package org.paysign.sandbox;

import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, again and again until it is answered; one thread keeps the books and never waits for an answer. */
final class NoticeSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final long LOOK_MILLIS = 100;
    private static final int MOST_ON_THE_WAY = 64;

    private final Notices notices;
    private final WorldSettings settings;
    private final Clock clock;
    private final Postman postman;
    private final ScheduledThreadPoolExecutor thread;
    private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

    /** Known to the thread only. */
    private final Set<String> onTheWay = new HashSet<>();

    NoticeSender(Notices notices, WorldSettings settings, Clock clock) {
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
        this.postman = new Postman(settings.notices().patience());
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            var daemon = new Thread(work, "alipay-notices");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Takes up what an earlier run left. */
    void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Keeps the notice and sees to it soon; what is given back is done when its first send is, however that ended. */
    CompletableFuture<Void> take(Notice notice) {
        var sent = new CompletableFuture<Void>();
        if (notice.dueAt() != null) {
            awaited.put(notice.notifyId(), sent);
        } else {
            sent.complete(null);
        }
        notices.add(notice);
        try {
            thread.execute(this::look);
        } catch (RejectedExecutionException closing) {
            LOG.info("A notice waits for the next start");
        }
        return sent;
    }

    private void look() {
        try {
            for (var notice : notices.due(clock.instant())) {
                if (onTheWay.size() < MOST_ON_THE_WAY && !onTheWay.contains(notice.notifyId())) {
                    send(notice);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("Notices cannot be sent just now", e);
        }
    }

    private void send(Notice notice) {
        var app = settings.app(notice.appId());
        var address = Loopback.address(notice.url());
        if (app.isEmpty() || address.isEmpty()) {
            notices.dropped(notice.notifyId());
            release(notice.notifyId());
            return;
        }
        var now = clock.instant();
        var next = settings.notices().next(notice.attempts() + 1, now);
        notices.sending(notice.notifyId(), notice.forged() ? Optional.empty() : next);
        var signer = notice.forged() ? app.get().forged() : app.get();
        post(notice, address.get(), NoticeForm.of(notice, signer, AlipayTime.format(now)));
    }

    private void post(Notice notice, URI address, NoticeForm form) {
        var answered = postman.post(address, form);
        onTheWay.add(notice.notifyId());
        var unused = answered.handleAsync(
                        (answer, failure) -> {
                            onTheWay.remove(notice.notifyId());
                            book(notice, failure == null ? answer : null);
                            return null;
                        },
                        thread)
                .whenComplete((nothing, failure) -> release(notice.notifyId()));
    }

    private void release(String notifyId) {
        var waiting = awaited.remove(notifyId);
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    private void book(Notice notice, Postman.@Nullable Answer answer) {
        var success = answer != null && answer.success();
        LOG.info("Alipay sent {}: {}", notice.type(), answer == null ? "no answer" : success ? "success" : "refused");
        notices.answered(notice.notifyId(), answer == null ? null : answer.printable());
        if (success) {
            notices.succeeded(notice.notifyId(), clock.instant());
        }
    }

    /** Waits for no answer; one that comes later is lost, and its notice sent again after the next start. */
    @Override
    public void close() {
        // Without an interrupt: it would close the database's file under everybody.
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("The sender of notices does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
