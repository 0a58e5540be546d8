package org.paysign.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;
import org.paysign.json.StrictJson;

class EndingTest {

    private final ArrayNode receipts = StrictJson.mapper().createArrayNode();

    @Test
    void tellsWhatCameInItsOrder() {
        got("success", 1, "agreement.signed");
        got("ended", 2, "agreement.ended");

        assertThat(Ending.each(receipts))
                .hasToString(
                        "endpoint success, ended: agreement.signed (why, by query), agreement.ended (why, by query)");
        assertThat(Ending.types(receipts)).hasToString("endpoint success, ended: agreement.signed, agreement.ended");
    }

    @Test
    void showsThatAnOutcomeIsMissingInBetween() {
        got("success", 1, "agreement.signed");
        got("ended", 3, "agreement.ended");

        assertThat(Ending.types(receipts).what()).isEqualTo("agreement.signed, agreement.ended, in versions 1, 3");
    }

    private void got(String endpoint, int version, String type) {
        receipts.addObject()
                .put("endpoint", endpoint)
                .put("type", type)
                .putObject("body")
                .put("version", version)
                .put("reason", "why")
                .put("evidence", "query");
    }
}
