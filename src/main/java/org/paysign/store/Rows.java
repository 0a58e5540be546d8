package org.paysign.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.paysign.log.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rows are read, and what time the database has. */
final class Rows {

    static final String AGREEMENT =
            "id, merchant, external_agreement_no, app_id, product, scene, state, round, request_id, agreement_no,"
                    + " traceparent, tracestate";

    private Rows() {}

    /** A locked row that may be a newer version's. */
    record Found(long id, Optional<Agreement> agreement) {

        Agreement readable() {
            return agreement.orElseThrow(() -> new NewerRow("The state of an agreement"));
        }
    }

    static Found found(ResultSet row, int n) throws SQLException {
        return new Found(row.getLong("id"), isKnown(row) ? Optional.of(agreement(row, n)) : Optional.empty());
    }

    private static boolean isKnown(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return Stream.of(State.values()).anyMatch(known -> known.name().equals(state));
    }

    static Agreement agreement(ResultSet row, int n) throws SQLException {
        if (!isKnown(row)) {
            throw new NewerRow("The state of an agreement");
        }
        return new Agreement(
                row.getLong("id"),
                new AgreementKey(row.getString("merchant"), row.getString("external_agreement_no")),
                row.getString("app_id"),
                row.getString("product"),
                row.getString("scene"),
                State.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getString("request_id"),
                row.getString("agreement_no"),
                trace(row));
    }

    /** Rows of earlier versions have none. */
    static Trace trace(ResultSet row) throws SQLException {
        return Trace.of(row.getString("traceparent"), row.getString("tracestate"));
    }

    /** The row of an agreement, held until the caller's transaction ends. */
    static Optional<Agreement> locked(JdbcClient jdbc, AgreementKey key) {
        return jdbc.sql("SELECT " + AGREEMENT
                        + " FROM agreement WHERE merchant = ? AND external_agreement_no = ? FOR UPDATE")
                .params(key.merchant(), key.externalAgreementNo())
                .query(Rows::agreement)
                .optional();
    }

    /**
     * The values, the last of them repeated up to a power of two: for as many question marks there are few statements, so
     * that drivers and databases know them again.
     */
    static Object[] padded(List<?> values) {
        int size = Integer.highestOneBit(Math.max(1, 2 * values.size() - 1));
        Object[] padded = values.toArray(new Object[size]);
        Arrays.fill(padded, values.size(), size, values.get(values.size() - 1));
        return padded;
    }

    /** A question mark for each value. */
    static String marks(Object[] values) {
        return String.join(", ", Collections.nCopies(values.length, "?"));
    }

    /** Due times count on one clock only, the database's, however many instances look at it. */
    static OffsetDateTime now(JdbcClient jdbc) {
        return jdbc.sql("SELECT CURRENT_TIMESTAMP")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .single();
    }
}
