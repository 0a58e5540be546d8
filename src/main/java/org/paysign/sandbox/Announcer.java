package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what is told of an agreement, and where: Alipay's asynchronous notices. */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final NoticeSender sender;
    private final WorldSettings settings;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Announcer(NoticeSender sender, WorldSettings settings, Clock clock) {
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /** To the notify_url of the signed request, else to the application's gateway address. */
    void signed(Agreement agreement, NotifyMode mode) {
        settings.app(agreement.appId()).ifPresent(app -> {
            var url = named(agreement.notifyUrl()).or(() -> named(app.gatewayUrl()));
            tell("dut_user_sign", agreement, NoticeForm.signed(agreement, app), url, mode);
        });
    }

    /** To the notify_url of the call that unsigned, which a user has not, else to the application's gateway address. */
    void unsigned(Agreement agreement, @Nullable String notifyUrl, NotifyMode mode) {
        settings.app(agreement.appId()).ifPresent(app -> {
            var url = named(notifyUrl).or(() -> named(app.gatewayUrl())).or(() -> named(agreement.notifyUrl()));
            tell("dut_user_unsign", agreement, NoticeForm.unsigned(agreement, app), url, mode);
        });
    }

    private static Optional<String> named(@Nullable String url) {
        return Optional.ofNullable(url).filter(text -> !text.isBlank());
    }

    private void tell(String type, Agreement agreement, ObjectNode fields, Optional<String> url, NotifyMode mode) {
        if (url.isEmpty() || mode == NotifyMode.LOST) {
            LOG.info("Alipay sends no {}: {}", type, url.isEmpty() ? "there is no address" : "lost, as ordered");
            return;
        }
        var here = Loopback.address(url.get()).isPresent();
        if (!here) {
            LOG.warn("Alipay sends no {}: its address is not on this machine", type);
        }
        var due = clock.instant()
                .plus(mode == NotifyMode.LATE ? settings.notices().late() : Duration.ZERO);
        var sent = sender.take(new Notice(
                notifyId(),
                agreement.appId(),
                type,
                agreement.externalAgreementNo(),
                url.get(),
                StrictJson.write(fields),
                mode == NotifyMode.FORGED,
                mode == NotifyMode.TWICE ? 2 : 1,
                0,
                false,
                here ? null : Notice.NOT_HERE,
                here ? due.toEpochMilli() : null));
        if (mode == NotifyMode.BEFORE) {
            await(sent);
        }
    }

    private void await(Future<Void> sent) {
        try {
            sent.get(settings.notices().before().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.info("The phone returns before the notice is answered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String notifyId() {
        var bytes = new byte[17];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
