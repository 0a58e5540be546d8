package org.paysign.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Times as Alipay writes them: {@code yyyy-MM-dd HH:mm:ss} in GMT+8, whatever the zone of the machine. */
final class AlipayTime {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private AlipayTime() {}

    static OffsetDateTime inChina(Instant instant) {
        return instant.atOffset(CHINA);
    }

    static String format(Instant instant) {
        return FORMAT.format(inChina(instant));
    }

    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, FORMAT).toInstant(CHINA));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
