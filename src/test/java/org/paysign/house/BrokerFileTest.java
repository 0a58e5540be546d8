package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docker/broker.xml} as the broker's own parser reads it, held against the configuration. */
@org.jspecify.annotations.NullUnmarked
class BrokerFileTest {

    private static final Pattern QUEUE_OF_A_URI = Pattern.compile("jms:queue:([A-Za-z0-9.]+)");

    private static Configuration broker;

    @BeforeAll
    static void parse() throws Exception {
        try (InputStream file = Files.newInputStream(Path.of("docker", "broker.xml"))) {
            broker = new FileConfigurationParser().parseMainConfig(file);
        }
    }

    @Test
    void hasEveryQueueOfTheConfigurationAndNoOther() {
        Set<String> wanted = new TreeSet<>(Set.of("DLQ", "ExpiryQueue"));
        for (PropertiesFile.Entry entry :
                PropertiesFile.read(Repository.APPLICATION_PROPERTIES).entries()) {
            if (entry.key().startsWith("paysign.queue.") && entry.value().startsWith("paysign.")) {
                wanted.add(entry.value());
            }
            QUEUE_OF_A_URI
                    .matcher(entry.value())
                    .results()
                    .map((MatchResult uri) -> uri.group(1))
                    .forEach(wanted::add);
        }
        assertThat(wanted).hasSize(10);
        assertThat(queues().map(QueueConfiguration::getName).map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(queues()).allSatisfy(queue -> {
            assertThat(queue.getRoutingType()).isEqualTo(RoutingType.ANYCAST);
            assertThat(queue.getAddress().toString()).isEqualTo(queue.getName().toString());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "paysign.#"})
    void dropsNothing(String match) {
        AddressSettings settings = broker.getAddressSettings().get(match);
        assertThat(queues().map(QueueConfiguration::getName))
                .contains(settings.getDeadLetterAddress(), settings.getExpiryAddress());
        assertThat(settings.getAddressFullMessagePolicy()).isEqualTo(AddressFullMessagePolicy.PAGE);
        assertThat(settings.isAutoCreateQueues()).isFalse();
        assertThat(settings.isAutoCreateAddresses()).isFalse();
    }

    @Test
    void writesEveryCommitToTheDiskWithoutALongWait() {
        assertThat(broker.isJournalDatasync()).isTrue();
        assertThat(broker.isJournalSyncTransactional()).isTrue();
        assertThat(broker.isJournalSyncNonTransactional()).isTrue();
        assertThat(broker.getJournalBufferTimeout_NIO()).isEqualTo(300_000);
    }

    @Test
    void givesAFailingMessageTime() {
        AddressSettings settings = broker.getAddressSettings().get("paysign.#");
        assertThat(settings.getMaxDeliveryAttempts()).isEqualTo(2000);
        assertThat(settings.getRedeliveryDelay()).isEqualTo(1_000);
        assertThat(settings.getRedeliveryMultiplier()).isEqualTo(2.0);
        assertThat(settings.getMaxRedeliveryDelay()).isEqualTo(60_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DLQ", "ExpiryQueue"})
    void givesUpNoDeadMessage(String match) {
        assertThat(broker.getAddressSettings().get(match).getMaxDeliveryAttempts())
                .isEqualTo(-1);
    }

    @Test
    void letsNobodyMakeQueuesOfHisOwn() {
        assertThat(broker.isSecurityEnabled()).isTrue();
        assertThat(broker.isManagementMessageRbac()).isTrue();
        assertThat(broker.getSecurityRoles().get("#")).isEmpty();
        broker.getSecurityRoles()
                .forEach((match, roles) -> assertThat(roles).as(match).allSatisfy(role -> {
                    assertThat(role.isCreateDurableQueue()).isFalse();
                    assertThat(role.isDeleteDurableQueue()).isFalse();
                    assertThat(role.isCreateNonDurableQueue()).isEqualTo(match.equals("temp.#"));
                }));
    }

    @Test
    void keepsMerchantAndBundleApart() {
        for (CoreAddressConfiguration address : broker.getAddressConfigurations()) {
            Set<Role> roles = rolesOf(address.getName());
            assertThat(roles)
                    .as(address.getName())
                    .filteredOn(role -> Set.of("paysign", "merchant").contains(role.getName()))
                    .allSatisfy(role ->
                            assertThat(role.isSend() && role.isConsume()).isFalse());
        }
        assertThat(who("paysign.sign.request", Role::isConsume)).containsOnly("paysign", "operator");
        assertThat(who("paysign.sign.reply", Role::isSend)).containsOnly("paysign", "operator");
        assertThat(who("paysign.parked", Role::isConsume)).containsOnly("operator");
        assertThat(who("DLQ", Role::isConsume)).containsOnly("operator");
    }

    @Test
    void takesClientsFromElsewhereOnlyWithACertificate() {
        assertThat(broker.getAcceptorConfigurations()).hasSize(2).allSatisfy(acceptor -> {
            Object host = acceptor.getParams().get("host");
            if (!"127.0.0.1".equals(host)) {
                assertThat(acceptor.getCombinedParams())
                        .containsEntry("sslEnabled", "true")
                        .containsEntry("needClientAuth", "true");
            }
        });
    }

    private static Set<String> who(String address, java.util.function.Predicate<Role> may) {
        return rolesOf(address).stream().filter(may).map(Role::getName).collect(Collectors.toSet());
    }

    private static Set<Role> rolesOf(String address) {
        return List.of(address, address.replaceAll("\\.[a-z]+$", ".#"), "paysign.#").stream()
                .filter(broker.getSecurityRoles()::containsKey)
                .map(broker.getSecurityRoles()::get)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<QueueConfiguration> queues() {
        return broker.getAddressConfigurations().stream().flatMap(address -> address.getQueueConfigs().stream());
    }
}
