package org.paysign.store;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.paysign.agreement.RequestKey;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for sign requests, many in one go. */
final class RequestRows {

    private final JdbcClient jdbc;

    RequestRows(Database database) {
        this.jdbc = database.jdbc();
    }

    /** The answers of those that were answered. */
    Map<RequestKey, Answered> answered(Collection<RequestKey> asked) {
        return find(
                asked,
                "SELECT r.merchant, r.request_id, digest, reply FROM sign_request r",
                (row, n) -> new Answered(
                        row.getString("digest"), new String(row.getBytes("reply"), StandardCharsets.UTF_8)));
    }

    /** Their agreements, in the rounds of those requests. */
    Map<RequestKey, Agreement> agreements(Collection<RequestKey> asked) {
        return find(
                asked,
                "SELECT a.id, r.merchant, external_agreement_no, app_id, product, scene, state, r.round,"
                        + " r.request_id, agreement_no, traceparent, tracestate"
                        + " FROM sign_request r JOIN agreement a ON a.id = r.agreement_id",
                Rows::agreement);
    }

    private <T> Map<RequestKey, T> find(Collection<RequestKey> asked, String select, RowMapper<T> read) {
        Map<RequestKey, T> found = new HashMap<>();
        if (!asked.isEmpty()) {
            Pairs pairs = Pairs.of(asked, RequestKey::merchant, RequestKey::requestId);
            jdbc.sql(select + " JOIN " + pairs.table()
                            + " ON r.merchant = wanted.its_merchant AND r.request_id = wanted.its_name")
                    .params(pairs.values())
                    .query((row, n) -> found.put(
                            new RequestKey(row.getString("merchant"), row.getString("request_id")),
                            read.mapRow(row, n)))
                    .list();
        }
        return found;
    }
}
