package org.paysign.sandbox.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages read of the bundle's tables; they never write. */
interface Books {

    /** Before the bundle has started. */
    Books CLOSED = new Books() {
        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public Optional<ObjectNode> agreement(String number) {
            return Optional.empty();
        }

        @Override
        public Optional<String> numberOf(String agreementNo) {
            return Optional.empty();
        }

        @Override
        public List<ObjectNode> list(String search, String state) {
            return List.of();
        }

        @Override
        public ObjectNode counts() {
            return Json.object();
        }

        @Override
        public ObjectNode lastHour() {
            return Json.object();
        }

        @Override
        public ObjectNode history(String number) {
            return Json.object();
        }
    };

    static Books of(DataSource store) {
        return new StoreBooks(JdbcClient.create(store));
    }

    /** Whether there is no agreement yet. */
    boolean isEmpty();

    /** Where an agreement stands, with its outcomes. */
    Optional<ObjectNode> agreement(String number);

    /** The merchant's number of an agreement that Alipay numbers. */
    Optional<String> numberOf(String agreementNo);

    /** The newest agreements whose numbers hold the text, of one state or, if it is empty, of all. */
    List<ObjectNode> list(String search, String state);

    /** How many there are of each state, and when the oldest unknown one was asked for. */
    ObjectNode counts();

    /** Requests and outcomes of the last hour, by minute. */
    ObjectNode lastHour();

    /** Requests, signals and outcomes of an agreement. */
    ObjectNode history(String number);
}
