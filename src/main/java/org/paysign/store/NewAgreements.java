package org.paysign.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Agreements under numbers that are new: agreement, request and first signal, many in one go, each row written as the
 * decision makes it. Inside the caller's transaction.
 */
final class NewAgreements {

    private static final String INSERT =
            "INSERT INTO agreement (merchant, external_agreement_no, app_id, product, scene,"
                    + " state, round, request_id, outcome_version, created_at, changed_at, window_ends_at, due_at, fence,"
                    + " attempts, last_answer, traceparent, tracestate)"
                    + " VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, 1, 0, '', ?, ?)";

    private static final String REQUEST =
            "INSERT INTO sign_request (merchant, request_id, agreement_id, round, digest, reply, created_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Recording recording;

    NewAgreements(Database database, Recording recording) {
        this.jdbc = database.template();
        this.recording = recording;
    }

    /** Which of the numbers have a row. */
    Set<AgreementKey> inUse(List<AgreementKey> keys) {
        Pairs pairs = Pairs.of(keys, AgreementKey::merchant, AgreementKey::externalAgreementNo);
        return new HashSet<>(jdbc.query(
                "SELECT merchant, external_agreement_no FROM " + pairs.table()
                        + " JOIN agreement ON merchant = wanted.its_merchant AND external_agreement_no = wanted.its_name",
                (found, n) -> new AgreementKey(found.getString(1), found.getString(2)),
                pairs.values()));
    }

    /** Stores the requests; returns what became of each, in their order. */
    List<Change> insert(List<NewRequest> requests, OffsetDateTime now) {
        List<Change> decided =
                requests.stream().map(request -> decide(request, now)).toList();
        KeyHolder keys = new GeneratedKeyHolder();
        jdbc.batchUpdate(
                connection -> connection.prepareStatement(INSERT, new String[] {"id"}),
                new EachRow(requests, decided, now),
                keys);
        List<Change> written = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            written.add(decided.get(i).of(row(id(keys.getKeyList().get(i)), requests.get(i))));
        }
        insertRequests(requests, written.stream().map(Change::agreement).toList(), now);
        recording.signals().add(written, now);
        return written;
    }

    /** Stores the requests of agreements that have rows. */
    void insertRequests(List<NewRequest> requests, List<Agreement> agreements, OffsetDateTime now) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            NewRequest request = requests.get(i);
            Agreement agreement = agreements.get(i);
            rows.add(new Object[] {
                request.key().merchant(),
                request.requestId(),
                agreement.id(),
                agreement.round(),
                request.digest(),
                request.reply().getBytes(StandardCharsets.UTF_8),
                now
            });
        }
        rows.sort(Comparator.comparing((Object[] row) -> row[0] + " " + row[1]));
        jdbc.batchUpdate(REQUEST, rows);
    }

    private Change decide(NewRequest request, OffsetDateTime now) {
        Signal issued = new Signal.Issued(1, request.requestId());
        return recording.decide(new Known(row(0, request), 0, List.of()), Set.of(issued), request.silence(), now);
    }

    private static Agreement row(long id, NewRequest request) {
        return new Agreement(
                id,
                request.key(),
                request.appId(),
                request.product(),
                request.scene(),
                State.ISSUED,
                1,
                request.requestId(),
                "",
                request.trace());
    }

    private static long id(Map<String, Object> key) {
        return ((Number) key.values().iterator().next()).longValue();
    }

    /** The columns of {@link #INSERT}. */
    private record EachRow(List<NewRequest> requests, List<Change> decided, OffsetDateTime now)
            implements BatchPreparedStatementSetter {

        @Override
        public void setValues(PreparedStatement row, int i) throws SQLException {
            NewRequest request = requests.get(i);
            Object[] values = {
                request.key().merchant(),
                request.key().externalAgreementNo(),
                request.appId(),
                request.product(),
                request.scene(),
                decided.get(i).verdict().state().name(),
                request.requestId(),
                decided.get(i).version(),
                now,
                now,
                now.plus(request.window()),
                decided.get(i).due(),
                request.trace().traceparent(),
                request.trace().tracestate()
            };
            for (int column = 0; column < values.length; column++) {
                row.setObject(column + 1, values[column]);
            }
        }

        @Override
        public int getBatchSize() {
            return requests.size();
        }

        /** Without the requests, which hold personal data. */
        @Override
        public String toString() {
            return "EachRow[" + requests.size() + "]";
        }
    }
}
