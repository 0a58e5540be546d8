package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.paysign.support.Alarm;

/** Prometheus's own tool on what is shipped for it. */
class AlarmRulesTest {

    @Test
    void promtoolTakesThem() throws Exception {
        assertThat(PrometheusServer.promtool("check", "config", "docker/prometheus/prometheus.yml"))
                .startsWith("0 ")
                .contains("is valid prometheus config");
        assertThat(PrometheusServer.promtool("check", "rules", Alarm.RULES.toString()))
                .startsWith("0 ")
                .contains(Alarm.all().size() + " rules found");
    }

    @Test
    void eachFiresInItsCaseAndIsSilentWhenAllIsWell() throws Exception {
        assertThat(PrometheusServer.promtool(
                        "test",
                        "rules",
                        "src/test/resources/prometheus/paysign.rules.test.yml",
                        "src/test/resources/prometheus/paysign.rules.day.test.yml"))
                .startsWith("0 ")
                .contains("SUCCESS");
    }
}
