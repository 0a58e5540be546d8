package org.paysign.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL with many agreements of one large and fifty small merchants, as they are after a year. */
final class FullStore implements AutoCloseable {

    /** How many agreements: a few in every build, a million with {@code -Dstore.rows=1000000}. */
    static final int ROWS = Integer.getInteger("store.rows", 20_000);

    /** A million rows in one statement take longer than a live database may be silent. */
    private static final PoolSettings PATIENT = new PoolSettings(16, 5_000, 900_000, 1_800_000);

    private final String url = Postgres.database();
    private final Database database;

    FullStore(int rows) {
        database = Database.open(url, Postgres.USER, Postgres.PASSWORD, PATIENT);
        JdbcClient jdbc = database.jdbc();
        jdbc.sql("INSERT INTO agreement (id, merchant, external_agreement_no, app_id, product, scene, state, round,"
                        + " request_id, outcome_version, created_at, changed_at, window_ends_at, due_at, fence, attempts,"
                        + " last_answer, agreement_no, unknown_since)"
                        + " SELECT g, m, 'T' || g, 'app', 'CYCLE_PAY_AUTH_P', 'INDUSTRY|CARRENTAL', s, 1, 'r' || g, 1,"
                        + " t, t, t + INTERVAL '1 day',"
                        + " CASE s WHEN 'SIGNED' THEN now() + (g % 86400 - 5000) * INTERVAL '1 second'"
                        + "  WHEN 'UNKNOWN' THEN now() + (g % 20000 - 5000) * INTERVAL '1 second'"
                        + "  WHEN 'ISSUED' THEN now() + INTERVAL '1 day' END,"
                        + " 3, 1, '', CASE WHEN s IN ('SIGNED', 'ENDED') THEN '2026' || g ELSE '' END,"
                        + " CASE s WHEN 'UNKNOWN' THEN t END"
                        + " FROM (SELECT g, CASE WHEN g % 2 = 0 THEN 'big' ELSE 'm' || g % 50 END AS m,"
                        + "  now() - (g % 365) * INTERVAL '1 day' AS t,"
                        + "  CASE WHEN g % 100 < 70 THEN 'SIGNED' WHEN g % 100 < 80 THEN 'ENDED'"
                        + "   WHEN g % 100 < 88 THEN 'CANCELLED' WHEN g % 100 < 93 THEN 'FAILED'"
                        + "   WHEN g % 100 < 96 THEN 'UNKNOWN' ELSE 'ISSUED' END AS s"
                        + "  FROM generate_series(1, ?) g) made")
                .param(rows)
                .update();
        jdbc.sql("ALTER TABLE agreement ALTER COLUMN id RESTART WITH " + (rows + 1))
                .update();
        jdbc.sql(
                        "INSERT INTO sign_request SELECT merchant, request_id, id, 1, md5(request_id), decode(repeat('ab', 400),"
                                + " 'hex'), created_at FROM agreement")
                .update();
        jdbc.sql("INSERT INTO agreement_signal (agreement_id, digest, content, received_at)"
                        + " SELECT id, md5(id || k), '{\"kind\":\"issued\",\"requestId\":\"r\",\"round\":1}', created_at"
                        + " FROM agreement, (VALUES ('i'), ('s')) kinds (k)")
                .update();
        jdbc.sql("INSERT INTO outcome (id, agreement_id, version, merchant, target, body, status, tries, created_at,"
                        + " due_at, fence, finished_at, last_error)"
                        + " SELECT 'o' || id, id, 1, merchant, CASE state WHEN 'SIGNED' THEN 'success' ELSE 'cancel' END,"
                        + " decode(repeat('ab', 300), 'hex'),"
                        + " CASE WHEN id % 200 = 0 THEN 'PENDING' WHEN id % 333 = 0 THEN 'PARKED' ELSE 'DELIVERED' END,"
                        + " 1, created_at, CASE WHEN id % 200 = 0 THEN now() END, 1, changed_at, ''"
                        + " FROM agreement WHERE state NOT IN ('ISSUED', 'UNKNOWN')")
                .update();
        jdbc.sql("INSERT INTO unsign_request (merchant, request_id, agreement_id, agreement_no, digest, created_at)"
                        + " SELECT merchant, 'u' || id, id, agreement_no, 'd', created_at FROM agreement")
                .update();
        jdbc.sql("INSERT INTO notice SELECT merchant, 'n' || id, 't', created_at FROM agreement")
                .update();
        jdbc.sql("VACUUM ANALYZE").update();
    }

    String url() {
        return url;
    }

    Database database() {
        return database;
    }

    /** The same database, with every statement explained. */
    Database watchedBy(PlanWatch watch) {
        return new Database(watch.around(database.dataSource()));
    }

    @Override
    public void close() {
        database.close();
    }
}
