package org.paysign.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Turns a checked request into the agreement the customer signs. */
final class Customer {

    private static final String FOR_EVER = "2115-02-01 00:00:00";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final RandomGenerator random = new SecureRandom();
    private final Clock clock;

    Customer(Clock clock) {
        this.clock = clock;
    }

    Agreement agreement(Verdict.Accepted request, PageSign content, PhoneOrder order) {
        var now = clock.instant();
        var logonId = StrictJson.text(content.biz(), "external_logon_id").orElse(null);
        return new Agreement(
                DAY.format(AlipayTime.inChina(now)) + digits(12),
                request.app().appId(),
                content.external().isEmpty() ? null : content.external(),
                content.product(),
                content.scene(),
                logonId,
                "2088" + digits(12),
                masked(logonId == null ? "139" + digits(8) : logonId),
                Agreement.NORMAL,
                AlipayTime.format(now),
                order.lasting()
                        .map(time -> AlipayTime.format(now.plus(time)))
                        .orElseGet(() -> invalidTime(content.validity(), request.timestamp())),
                null,
                request.params().get("notify_url"),
                order.mode().name().toLowerCase(Locale.ROOT));
    }

    /** Alipay counts {@code 30d} or {@code 2m} from the time of the request. */
    private static String invalidTime(String validity, Instant requested) {
        if (validity.isEmpty()) {
            return FOR_EVER;
        }
        var from = AlipayTime.inChina(requested);
        int count = Integer.parseInt(validity.substring(0, validity.length() - 1));
        var until = validity.endsWith("d") ? from.plusDays(count) : from.plusMonths(count);
        return AlipayTime.format(until.toInstant());
    }

    static String masked(String logonId) {
        return logonId.length() < 8
                ? "***"
                : logonId.substring(0, 3) + "****" + logonId.substring(logonId.length() - 4);
    }

    private String digits(int count) {
        return random.ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
