package org.paysign.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.paysign.process.Jmx;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bundle and what stands around it. */
interface Setup extends AutoCloseable {

    /** The name of the part that measures it. */
    Part part();

    Bundle bundle();

    /** Where the queues are. */
    Jmx broker();

    Mailbox mailbox();

    /** The processes that do the work, by what they are called in the table. */
    Map<String, Long> processes() throws IOException;

    /** Where the files of the merchant's keys are. */
    Path keys();

    /** Where Alipay's notices go. */
    URI notices();

    /** Ends the bundle and gives its rows to be looked at. */
    JdbcClient closeAndOpenRows() throws IOException;

    @Override
    void close() throws IOException;
}
