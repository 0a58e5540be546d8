package org.paysign.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vm://0",
                "tcp://127.0.0.1:61616",
                "tcp://localhost:61616?callTimeout=1",
                "tcp://[::1]:61616",
                "(tcp://127.0.0.1:1,tcp://localhost:2)?ha=true",
                "tcp://broker:61617?sslEnabled=true",
                "tcp://Broker:61617?sslEnabled=TRUE",
                "(tcp://a:1,tcp://b:2)?sslEnabled=true",
                "tcp://a:1?sslEnabled=true,tcp://b:2?sslEnabled=true",
            })
    void takesWhatStaysHereOrIsEncrypted(String url) {
        assertThat(BrokerUrl.safe(url, false)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp://broker:61616 | to broker",
                "tcp://broker:61616?sslEnabled=false | to broker",
                "tcp://broker:61616?SSLEnabled=true | to broker",
                "tcp://broker:61616?sslEnabled=truely | to broker",
                "tcp://broker:61616?xsslEnabled=true | to broker",
                "tcp://10.0.0.1:61616 | to 10.0.0.1",
                "tcp://localhost.example.com:61616 | to localhost.example.com",
                "tcp://127.0.0.1.example.com:61616 | to 127.0.0.1.example.com",
                "tcp://0.0.0.0:61616 | to 0.0.0.0",
                "tcp://[2001:db8::1]:61616 | to [2001:db8::1]",
                "(tcp://127.0.0.1:1,tcp://other:2)?ha=true | to other",
                "tcp://a:1?sslEnabled=true,tcp://b:2 | to b",
                "tcp://a:1?sslEnabled=true&trustAll=true | trustAll",
                "tcp://a:1?sslEnabled=true&verifyHost=false | verifyHost",
            })
    void namesKeyAndFixOfWhatLeavesUnprotected(String url, String words) {
        assertThatIllegalStateException()
                .isThrownBy(() -> BrokerUrl.safe(url, false))
                .withMessageContainingAll("paysign.broker.url: ", words, "paysign.broker.plain-allowed=true");
        assertThat(BrokerUrl.safe(url, true)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://localhost:1?keyStorePassword=hu^sh",
                "tcp://localhost:1?keyStorePassword=hu%zzsh",
                "tcp://localhost:1?keyStorePassword=hu sh",
                "(tcp://localhost:1,tcp://localhost:2)?keyStorePassword=hu^sh"
            })
    void saysHowToWriteWhatCannotBeReadAndRepeatsNothing(String url) {
        assertThatIllegalStateException()
                .isThrownBy(() -> BrokerUrl.safe(url, false))
                .withNoCause()
                .withMessageContainingAll("paysign.broker.url: ", "percent-encode")
                .withMessageNotContainingAny("hu", "sh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp://231.7.7.7:9876", "TCP://broker:1?sslEnabled=true", "tcp://localhost:1,TCP://b:2"})
    void refusesSchemeThatMayHideThePlain(String url) {
        assertThatIllegalStateException()
                .isThrownBy(() -> BrokerUrl.safe(url, false))
                .withMessageContainingAll("paysign.broker.url: ", "give tcp://");
    }

    @Test
    void repeatsNoPassword() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BrokerUrl.safe("tcp://broker:1?keyStorePassword=hush", false))
                .withMessageNotContaining("hush");
        assertThatIllegalStateException()
                .isThrownBy(() -> BrokerUrl.safe("hush", true))
                .withMessageNotContaining("hush");
    }
}
