package org.paysign.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rows are read, and what time the database has. */
final class Rows {

    static final String AGREEMENT =
            "id, merchant, external_agreement_no, app_id, product, scene, state, round, request_id, agreement_no";

    private Rows() {}

    static Agreement agreement(ResultSet row, int n) throws SQLException {
        return new Agreement(
                row.getLong("id"),
                new AgreementKey(row.getString("merchant"), row.getString("external_agreement_no")),
                row.getString("app_id"),
                row.getString("product"),
                row.getString("scene"),
                State.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getString("request_id"),
                row.getString("agreement_no"));
    }

    /** Due times count on one clock only, the database's, however many instances look at it. */
    static OffsetDateTime now(JdbcClient jdbc) {
        return jdbc.sql("SELECT CURRENT_TIMESTAMP")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .single();
    }
}
