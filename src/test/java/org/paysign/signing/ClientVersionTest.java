package org.paysign.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientVersionTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.18, 10.0.18, 0",
        "10.0.9, 10.0.18, -1",
        "10.0.100, 10.0.18, 1",
        "10.0.17.9999, 10.0.18, -1",
        "10.0.18.0, 10.0.18, 0",
        "10.0.18.1, 10.0.18, 1",
        "10, 10.0.18, -1",
        "10, 10.0.0, 0",
        "9.9.99, 10.0.18, -1",
        "10.5.96, 10.0.18, 1",
        "11, 10.0.18, 1",
        "010.00.018, 10.0.18, 0",
        "10.99999999999999999999999, 10.0.18, 1",
    })
    void comparesNumberByNumber(String one, String other, int order) {
        assertThat(ClientVersion.of(one).compareTo(ClientVersion.of(other))).isEqualTo(order);
        assertThat(ClientVersion.of(other).compareTo(ClientVersion.of(one))).isEqualTo(-order);
    }
}
