package org.paysign.agreement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;

/**
 * What a set of signals means.
 *
 * @param reason why, in one word: Alipay's sub_code or one of ours; empty for {@code ISSUED} and {@code UNKNOWN}
 * @param resultStatus the code the phone reported, empty if it reported none; 7000 where its result is the proof
 * @param agreementNo Alipay's number of the agreement that is in force or has ended, empty if there is none
 * @param open whether Alipay still has to be asked
 */
public record Verdict(
        State state,
        String reason,
        String resultStatus,
        String agreementNo,
        Optional<Evidence> evidence,
        Map<String, String> alipay,
        boolean open) {
    private static final DateTimeFormatter ALIPAY_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final ZoneOffset ALIPAY_ZONE = ZoneOffset.ofHours(8);

    public Verdict {
        alipay = Map.copyOf(alipay);
    }

    /**
     * Whether the merchant has to be told, given what it was told last: the state is another, or another agreement is
     * in force or has ended. That an ended agreement gets its number late is no news.
     */
    public boolean isNews(State before, String agreementNoBefore) {
        return state.hasOutcome() && (state != before || isOther(agreementNoBefore));
    }

    private boolean isOther(String before) {
        return !before.isEmpty() && !agreementNo.isEmpty() && !agreementNo.equals(before);
    }

    /** When the agreement runs out by itself, as Alipay says; Alipay sends nothing then. */
    public Optional<Instant> invalidAt() {
        try {
            return Optional.ofNullable(alipay.get("invalid_time"))
                    .map(time -> LocalDateTime.parse(time, ALIPAY_TIME).toInstant(ALIPAY_ZONE));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Without Alipay's fields, which are personal. */
    @Override
    public String toString() {
        return "Verdict[" + state + ", " + reason + ", " + resultStatus + ", " + evidence + ", open=" + open + "]";
    }
}
