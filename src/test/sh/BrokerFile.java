import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;

/** Starts a broker with the broker.xml that is given, without its port and users, and prints its queues. */
class BrokerFile {
    public static void main(String[] args) throws Exception {
        FileConfiguration configuration = new FileConfiguration();
        FileDeploymentManager files = new FileDeploymentManager(Path.of(args[0]).toUri().toString());
        files.addDeployable(configuration).readConfiguration();
        Path data = Files.createDirectories(Path.of(args[1]));
        configuration.setBrokerInstance(data.toFile());
        configuration.clearAcceptorConfigurations();
        configuration.setSecurityEnabled(false);
        ActiveMQServerImpl broker = new ActiveMQServerImpl(configuration);
        broker.start();
        Object[] queues = broker.getActiveMQServerControl().getQueueNames();
        Arrays.sort(queues);
        System.out.println(String.join(" ", Arrays.copyOf(queues, queues.length, String[].class)));
        System.out.println("dead letters of paysign.sign.request go to "
                + broker.getAddressSettingsRepository()
                        .getMatch("paysign.sign.request")
                        .getDeadLetterAddress());
        broker.stop();
        System.exit(0);
    }
}
