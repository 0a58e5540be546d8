package org.paysign.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.SchedulerException;
import org.quartz.SchedulerFactory;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Where Quartz keeps what wakes the scans: in PostgreSQL one timetable for all instances, of which each tick wakes one;
 * beside H2, which one process has for itself, in memory. A tick too many or too few changes nothing but the time at which
 * work is done: what is done at most once is claimed, row by row.
 */
public final class Timetable {

    /** The same in every instance, or each would have a timetable of its own. */
    private static final String NAME = "paysign";

    private static final String THREADS = "10";
    /** An instance that was killed is missed after this and the 7.5 seconds that Quartz adds. */
    private static final String CHECK_IN_MILLIS = "2000";
    /** Ticks that are older are made up for by one. */
    private static final String MISFIRE_MILLIS = "2000";
    /** How soon Quartz tries again when the database is away. */
    private static final String RETRY_MILLIS = "2000";

    private Timetable() {}

    /** Quartz on the pool that there is. */
    public static SchedulerFactory in(Database database) throws SchedulerException {
        Properties quartz = new Properties();
        quartz.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, NAME);
        quartz.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_ID, StdSchedulerFactory.AUTO_GENERATE_INSTANCE_ID);
        quartz.setProperty(StdSchedulerFactory.PROP_SCHED_JMX_EXPORT, "true");
        quartz.setProperty(StdSchedulerFactory.PROP_THREAD_POOL_CLASS, SimpleThreadPool.class.getName());
        quartz.setProperty(StdSchedulerFactory.PROP_THREAD_POOL_PREFIX + ".threadCount", THREADS);
        if (database.isShared()) {
            DBConnectionManager.getInstance().addConnectionProvider(NAME, new Pool(database.dataSource()));
            share(quartz);
        } else {
            quartz.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, RAMJobStore.class.getName());
        }
        return new StdSchedulerFactory(quartz);
    }

    private static void share(Properties quartz) {
        quartz.setProperty(StdSchedulerFactory.PROP_SCHED_DB_FAILURE_RETRY_INTERVAL, RETRY_MILLIS);
        quartz.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, TimetableStore.class.getName());
        store(quartz, "dataSource", NAME);
        store(quartz, "driverDelegateClass", PostgreSQLDelegate.class.getName());
        store(quartz, "isClustered", "true");
        store(quartz, "clusterCheckinInterval", CHECK_IN_MILLIS);
        // Without it two instances that look at the same time both fire a tick: Quartz compares states, not times.
        store(quartz, "acquireTriggersWithinLock", "true");
        store(quartz, "misfireThreshold", MISFIRE_MILLIS);
        store(quartz, "dbRetryInterval", RETRY_MILLIS);
        // Nothing in it is ever deserialised.
        store(quartz, "useProperties", "true");
    }

    private static void store(Properties quartz, String key, String value) {
        quartz.setProperty(StdSchedulerFactory.PROP_JOB_STORE_PREFIX + "." + key, value);
    }

    /** The pool as Quartz asks for it; whoever opened it closes it. */
    private static final class Pool implements ConnectionProvider {

        private final DataSource connections;

        Pool(DataSource connections) {
            this.connections = connections;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connections.getConnection();
        }

        @Override
        public void initialize() {
            // It is open.
        }

        @Override
        public void shutdown() {
            // Not Quartz's to close.
        }
    }
}
