package org.paysign.benchmark;

import com.sun.tools.attach.AttachNotSupportedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import org.paysign.process.Jmx;
import org.paysign.sandbox.KeptKeys;
import org.paysign.support.FreePort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The sandbox: one process with H2 and the broker inside. */
final class EmbeddedSetup implements Setup {

    private final Path data;
    private final int publicPort = FreePort.find();
    private final Bundle bundle;
    private final Mailbox mailbox;

    private EmbeddedSetup(Path folder, Installation installation, Map<String, String> more)
            throws IOException, AttachNotSupportedException, JMException {
        this.data = KeptKeys.in(folder.resolve("data"));
        int brokerPort = FreePort.find();
        int managementPort = FreePort.find();
        Map<String, String> keys = new TreeMap<>(Map.of(
                "paysign.data.dir", data.toString(),
                "paysign.sandbox.port", String.valueOf(FreePort.find()),
                "paysign.sandbox.broker.port", String.valueOf(brokerPort),
                "paysign.sandbox.seed", "false",
                "paysign.http.port", String.valueOf(publicPort),
                "paysign.management.port", String.valueOf(managementPort)));
        keys.putAll(more);
        this.bundle = Bundle.start(installation.paysign(folder, keys, "sandbox"), managementPort);
        this.mailbox = new Mailbox("tcp://127.0.0.1:" + brokerPort);
    }

    static EmbeddedSetup start(Installation installation, Map<String, String> more)
            throws IOException, AttachNotSupportedException, JMException {
        return new EmbeddedSetup(Shell.emptyFolder("embedded"), installation, more);
    }

    @Override
    public Part part() {
        return Part.EMBEDDED;
    }

    @Override
    public Bundle bundle() {
        return bundle;
    }

    @Override
    public Jmx broker() {
        return bundle.jmx();
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public Map<String, Long> processes() {
        return Map.of("bundle", bundle.pid());
    }

    @Override
    public Path keys() {
        return data.resolve("keys/demo");
    }

    @Override
    public URI notices() {
        return URI.create("http://127.0.0.1:" + publicPort + "/alipay/notify");
    }

    @Override
    public JdbcClient closeAndOpenRows() throws IOException {
        close();
        return JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("paysign"), "sa", ""));
    }

    @Override
    public void close() throws IOException {
        mailbox.close();
        bundle.close();
    }
}
