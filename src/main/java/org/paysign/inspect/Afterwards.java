package org.paysign.inspect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paysign.merchant.KeyRing;
import org.paysign.merchant.RingKey;

/** What can still be wrong with a text whose signature fits. */
record Afterwards(Clock clock) {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern EFFECT_TIME = Pattern.compile("\"effect_time\"\\s{0,9}:\\s{0,9}\"?([0-9]{1,6})");
    private static final Duration DAY = Duration.ofDays(1);
    /** Clocks differ; Alipay does not tell by how much they may. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    Optional<Cause> cause(Subject subject, KeyRing ring) {
        String type = subject.about("sign_type");
        boolean typed = subject.kind() != Kind.ANSWER && subject.kind() != Kind.SYNC_RESULT;
        if (typed && !type.isEmpty() && !type.equals(ring.profile().type().name())) {
            return Optional.of(Cause.SIGN_TYPE_MISMATCH);
        }
        String serial = subject.about("app_cert_sn");
        Optional<String> known = ring.app().stream()
                .map(RingKey::serial)
                .flatMap(Optional::stream)
                .findFirst();
        if (!serial.isEmpty() && known.isPresent() && !known.get().equals(serial)) {
            return Optional.of(Cause.UNKNOWN_CERTIFICATE);
        }
        return subject.kind().isAlipays() ? Optional.empty() : time(subject);
    }

    private Optional<Cause> time(Subject subject) {
        Instant signed;
        try {
            signed = LocalDateTime.parse(subject.about("timestamp"), TIMESTAMP).toInstant(ZoneOffset.ofHours(8));
        } catch (DateTimeParseException wrong) {
            return Optional.of(Cause.BAD_TIME_FORMAT);
        }
        if (signed.isAfter(clock.instant().plus(AHEAD))) {
            return Optional.of(Cause.CLOCK_AHEAD);
        }
        boolean page = subject.about("method").equals("alipay.user.agreement.page.sign");
        Matcher limit = EFFECT_TIME.matcher(subject.about("biz_content"));
        Duration window = limit.find() ? Duration.ofSeconds(Long.parseLong(limit.group(1))) : DAY;
        return page && clock.instant().isAfter(signed.plus(window)) ? Optional.of(Cause.EXPIRED) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Afterwards[]";
    }
}
