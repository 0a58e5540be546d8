package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices Alipay sent or has to send, for good; safe for many threads. */
final class Notices {

    private final JdbcClient client;

    Notices(JdbcClient client) {
        this.client = client;
    }

    void add(Notice notice) {
        client.sql("INSERT INTO notice (notify_id, app_id, type, external_agreement_no, url, fields, forged,"
                        + " wanted_sends, attempts, answered_success, last_answer, due_at) VALUES (:notifyId, :appId,"
                        + " :type, :externalAgreementNo, :url, :fields, :forged, :wantedSends, :attempts,"
                        + " :answeredSuccess, :lastAnswer, :dueAt)")
                .paramSource(notice)
                .update();
    }

    List<Notice> due(Instant now) {
        return client.sql("SELECT notify_id, app_id, type, external_agreement_no, url, fields, forged, wanted_sends,"
                        + " attempts, answered_success, last_answer, due_at FROM notice WHERE due_at <= ? ORDER BY seq"
                        + " FETCH FIRST 500 ROWS ONLY")
                .param(now.toEpochMilli())
                .query(Notice.class)
                .list();
    }

    /** Counts a send before it happens, so that a crash in it costs this send and not the ones after it. */
    void sending(String notifyId, Optional<Instant> next) {
        client.sql("UPDATE notice SET attempts = attempts + 1, due_at = ? WHERE notify_id = ?")
                .param(next.map(Instant::toEpochMilli).orElse(null))
                .param(notifyId)
                .update();
    }

    /** What a send came to; without an answer there is no text. */
    void answered(String notifyId, @Nullable String answer) {
        client.sql("UPDATE notice SET last_answer = ? WHERE notify_id = ?")
                .param(answer)
                .param(notifyId)
                .update();
    }

    /** It said success: no more sends but those wanted in any case, which come at once. */
    void succeeded(String notifyId, Instant now) {
        client.sql("UPDATE notice SET answered_success = TRUE,"
                        + " due_at = CASE WHEN attempts < wanted_sends THEN CAST(? AS BIGINT) END WHERE notify_id = ?")
                .param(now.toEpochMilli())
                .param(notifyId)
                .update();
    }

    void dropped(String notifyId) {
        client.sql("UPDATE notice SET due_at = NULL WHERE notify_id = ?")
                .param(notifyId)
                .update();
    }

    /** Oldest first, as {@code GET /alipay/notices} shows them. */
    List<ObjectNode> list(@Nullable String externalAgreementNo) {
        var filter = externalAgreementNo == null ? "" : " WHERE external_agreement_no = :external";
        var statement = client.sql("SELECT notify_id, type, url, attempts, answered_success, last_answer FROM notice"
                + filter + " ORDER BY seq");
        return (externalAgreementNo == null ? statement : statement.param("external", externalAgreementNo))
                .query((row, number) -> StrictJson.node()
                        .put("notifyId", row.getString("notify_id"))
                        .put("type", row.getString("type"))
                        .put("url", row.getString("url"))
                        .put("attempts", row.getInt("attempts"))
                        .put("answeredSuccess", row.getBoolean("answered_success"))
                        .put("lastAnswer", row.getString("last_answer")))
                .list();
    }
}
