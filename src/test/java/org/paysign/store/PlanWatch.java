package org.paysign.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Has PostgreSQL explain every statement that is sent: with its values, and for any values. */
@NullUnmarked
final class PlanWatch {

    /** Reading one of these from end to end is what no statement may do. */
    private static final Pattern FULL_SCAN =
            Pattern.compile("Seq Scan on (agreement|agreement_signal|outcome|sign_request|unsign_request|notice)\\b");

    private final Map<String, String> plans = new ConcurrentSkipListMap<>();
    private final Map<String, String> fullScans = new ConcurrentSkipListMap<>();

    private final JdbcClient anyValues;

    /** @param url of the database in which it is explained; with its values where the statement is sent */
    PlanWatch(String url) {
        // Only the simple protocol takes a text with $1 in it.
        anyValues = JdbcClient.create(
                new DriverManagerDataSource(url + "&preferQueryMode=simple", Postgres.USER, Postgres.PASSWORD));
    }

    DataSource around(DataSource real) {
        return proxy(DataSource.class, (self, method, values) -> {
            Object result = call(real, method, values);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    /** Every statement seen, with its plan for any values. */
    Map<String, String> plans() {
        return plans;
    }

    /** The plans that read a table from end to end, by statement. */
    Map<String, String> fullScans() {
        return fullScans;
    }

    /** Into the output of the test, for whoever chooses indexes. */
    void print() {
        plans.forEach((sql, plan) -> System.out.println(sql + "\n  " + plan.replace("\n", "\n  ") + "\n"));
    }

    private Connection watched(Connection real) {
        return proxy(Connection.class, (self, method, values) -> {
            Object result = call(real, method, values);
            return result instanceof PreparedStatement statement
                    ? watched(real, statement, String.valueOf(values[0]))
                    : result;
        });
    }

    private PreparedStatement watched(Connection connection, PreparedStatement real, String sql) {
        List<Map.Entry<Method, Object[]>> setters = new ArrayList<>();
        return proxy(PreparedStatement.class, (self, method, values) -> {
            if (method.getName().startsWith("set") && values.length > 1) {
                setters.add(Map.entry(method, values));
            } else if (method.getName().startsWith("execute") && isSentByTheStore()) {
                explain(connection, sql, setters);
            }
            return call(real, method, values);
        });
    }

    /** Tests look into the tables too, as they like. */
    private static boolean isSentByTheStore() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type.getName().startsWith("org.paysign.") && type != PlanWatch.class)
                        .findFirst()
                        .filter(type -> location(type).equals(location(Database.class)))
                        .isPresent());
    }

    private static String location(Class<?> type) {
        return String.valueOf(type.getProtectionDomain().getCodeSource().getLocation());
    }

    private void explain(Connection connection, String sql, List<Map.Entry<Method, Object[]>> setters)
            throws Throwable {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            for (Map.Entry<Method, Object[]> setter : setters) {
                call(explain, setter.getKey(), setter.getValue());
            }
            note(sql, lines(explain.executeQuery()));
        }
        if (!plans.containsKey(sql)) {
            int[] count = {0};
            String numbered = Pattern.compile("\\?").matcher(sql).replaceAll((MatchResult mark) -> "\\$" + ++count[0]);
            String plan = anyValues.sql("EXPLAIN (GENERIC_PLAN) " + numbered).query(String.class).list().stream()
                    .collect(Collectors.joining("\n"));
            plans.put(sql, plan);
            note(sql, plan);
        }
    }

    private void note(String sql, String plan) {
        if (FULL_SCAN.matcher(plan).find()) {
            fullScans.put(sql, plan);
        }
    }

    private static String lines(ResultSet rows) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            lines.add(rows.getString(1));
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static Object call(Object real, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(PlanWatch.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
