package org.paysign.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Tells an outage from a defect: work that meets an outage is done later, however long it takes. */
final class Outages extends SQLExceptionSubclassTranslator implements SQLExceptionOverride {

    /** A server that may only be read: a primary that has become a standby, or is about to be one. */
    private static final String READ_ONLY = "25006";

    /** The server has ended a transaction of an instance that was held up in it. */
    private static final String HELD_UP = "25P03";

    private static boolean isOutage(SQLException failure) {
        return READ_ONLY.equals(failure.getSQLState()) || HELD_UP.equals(failure.getSQLState());
    }

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        return isOutage(failure)
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }

    @java.lang.Override
    protected @Nullable DataAccessException doTranslate(String task, @Nullable String sql, SQLException failure) {
        return isOutage(failure)
                ? new TransientDataAccessResourceException(
                        "The database takes no rows now (" + failure.getSQLState() + "): PaySign waits until it does",
                        failure)
                : super.doTranslate(task, sql, failure);
    }
}
