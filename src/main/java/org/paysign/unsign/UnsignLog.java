package org.paysign.unsign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.Signal;
import org.paysign.queue.Envelope;
import org.paysign.store.Agreement;
import org.paysign.store.Remembered;
import org.paysign.store.UnsignKey;
import org.paysign.store.Unsigns;

/** Remembers unsign requests, and ends agreements; safe for use by several threads. */
public final class UnsignLog {

    private static final ZoneOffset ALIPAY_ZONE = ZoneOffset.ofHours(8);

    private final Unsigns unsigns;
    private final ObjectMapper json;
    private final Clock clock;

    public UnsignLog(Unsigns unsigns, ObjectMapper json, Clock clock) {
        this.unsigns = unsigns;
        this.json = json;
        this.clock = clock;
    }

    /** Finds the reply of an earlier delivery before anything else is done: whatever changed since, it stays the reply. */
    public UnsignRequest recall(UnsignRequest request) {
        Optional<Remembered> earlier = unsigns.recall(key(request));
        if (earlier.isPresent() && earlier.get() instanceof Remembered.Stored stored) {
            return request.withAnswer(stored.reply());
        }
        refuseConflict(request, earlier);
        return request;
    }

    /**
     * Notes that the request is worked on, before Alipay is called. A message that comes again late must not end what was
     * signed since under the same number.
     */
    public UnsignRequest begin(UnsignRequest request) {
        return unsigns.begin(key(request), agreement(request))
                .map(request::meaning)
                .orElseThrow(() -> Envelope.conflict(request.requestId()));
    }

    private static void refuseConflict(UnsignRequest request, Optional<Remembered> earlier) {
        if (earlier.isPresent() && earlier.get() instanceof Remembered.Conflict) {
            throw Envelope.conflict(request.requestId());
        }
    }

    /** The reply of an earlier delivery. */
    public String repeat(UnsignRequest request) {
        return request.answer().orElseThrow();
    }

    /** The agreement had ended before it was asked for: nothing is to be done. */
    public String over(UnsignRequest request) throws JsonProcessingException {
        return unsigns.finish(key(request), reply(request, "ended_before"));
    }

    /** Stores the end, the outcome that follows, and the reply, which is returned. */
    public String end(UnsignAnswer answer) throws JsonProcessingException {
        UnsignRequest request = answer.request();
        Agreement agreement = agreement(request);
        return unsigns.finish(
                key(request),
                agreement,
                round -> new Signal.Ended(round, Evidence.QUERY, request.agreementNo(), answer.reason(), Map.of()),
                reply(request, answer.reason()));
    }

    private String reply(UnsignRequest request, String reason) throws JsonProcessingException {
        Agreement agreement = agreement(request);
        return json.writeValueAsString(new UnsignReply(
                request.requestId(),
                request.merchant().name(),
                agreement.key().externalAgreementNo(),
                request.agreementNo(),
                "ENDED",
                reason,
                OffsetDateTime.ofInstant(clock.instant(), ALIPAY_ZONE)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
    }

    private static Agreement agreement(UnsignRequest request) {
        return request.agreement().orElseThrow();
    }

    private static UnsignKey key(UnsignRequest request) {
        return new UnsignKey(request.merchant().name(), request.requestId(), request.digest());
    }
}
