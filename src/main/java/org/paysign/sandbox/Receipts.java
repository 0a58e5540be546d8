package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the merchant's endpoints got, byte for byte and for good; safe for many threads. */
final class Receipts {

    private final JdbcClient client;

    Receipts(JdbcClient client) {
        this.client = client;
    }

    /** One writer at a time, so that numbers appear in their order and nobody who reads after one misses another. */
    synchronized void add(Receipt receipt, byte[] body) {
        client.sql("INSERT INTO receipt (endpoint, id, type, external_agreement_no, received_at, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .param(receipt.endpoint())
                .param(receipt.id())
                .param(receipt.type())
                .param(receipt.externalAgreementNo())
                .param(receipt.receivedAt())
                .param(body)
                .update();
    }

    record Receipt(
            String endpoint,
            String id,
            @Nullable String type,
            @Nullable String externalAgreementNo,
            String receivedAt) {}

    /** The newest ones, newest last. */
    List<ObjectNode> last(int count) {
        long newest = client.sql("SELECT COALESCE(MAX(seq), 0) FROM receipt")
                .query(Long.class)
                .single();
        return after(Math.max(0, newest - count), null);
    }

    /** Newest last; the body stands in each as it came. */
    List<ObjectNode> after(long seq, @Nullable String externalAgreementNo) {
        var filter = externalAgreementNo == null ? "" : " AND external_agreement_no = :external";
        var statement = client.sql("SELECT seq, endpoint, id, type, external_agreement_no, received_at, body"
                        + " FROM receipt WHERE seq > :seq" + filter + " ORDER BY seq")
                .param("seq", seq);
        return (externalAgreementNo == null ? statement : statement.param("external", externalAgreementNo))
                .query((row, number) -> {
                    var node = StrictJson.node()
                            .put("seq", row.getLong("seq"))
                            .put("endpoint", row.getString("endpoint"))
                            .put("id", row.getString("id"))
                            .put("type", row.getString("type"))
                            .put("externalAgreementNo", row.getString("external_agreement_no"))
                            .put("receivedAt", row.getString("received_at"));
                    node.putRawValue("body", new RawValue(new String(row.getBytes("body"), StandardCharsets.UTF_8)));
                    return node;
                })
                .list();
    }
}
