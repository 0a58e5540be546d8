package org.paysign.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.OutcomeType;
import org.paysign.agreement.Verdict;
import org.paysign.store.Agreement;
import org.paysign.store.OutcomeComposer;

/** Writes the body of an outcome as the contract shows it; safe for use by several threads. */
public final class OutcomeBody implements OutcomeComposer {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.ofHours(8));

    private final ObjectMapper json;

    public OutcomeBody(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String compose(String id, int version, Agreement agreement, Verdict verdict, Instant occurredAt) {
        Advice advice = Advice.of(verdict);
        ObjectNode body = json.createObjectNode()
                .put("id", id)
                .put("version", version)
                .put("type", OutcomeType.of(verdict.state()).type())
                .put("merchant", agreement.key().merchant())
                .put("requestId", agreement.requestId())
                .put("externalAgreementNo", agreement.key().externalAgreementNo())
                .put("agreementNo", verdict.agreementNo().isEmpty() ? null : verdict.agreementNo())
                .put("resultStatus", verdict.resultStatus().isEmpty() ? null : verdict.resultStatus())
                .put("reason", advice.reason())
                .put("evidence", verdict.evidence().map(Evidence::word).orElse(null))
                .put("advice", advice.sentence())
                .put("occurredAt", TIME.format(occurredAt.truncatedTo(ChronoUnit.MILLIS)));
        body.set("alipay", json.valueToTree(new TreeMap<>(verdict.alipay())));
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("An outcome cannot be written: report this as a defect");
        }
    }
}
