package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;

class SignResultTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle();

    /** The result as printed in the documentation of my.paySignCenter: no JSON, for there is a comma too many. */
    private static final String PRINTED =
            """
            {
            "alipay_user_agreement_page_sign_response":{
            "code":"10000",
            "msg":"Success",
            "app_id":"2017060101317939",
            "status":"NORMAL",
            "external_agreement_no":"test212",
            "agreement_no":"20170627457298962889",
            "sign_time":"2017-06-27 11:40:14",
            },
            "sign":"KgeHoSYPuhpzhfrjeuwWbRmjJtlUp+5UGfq2OxYLraWEOqKsw9FokUnodMEgKgJK8=",
            "sign_type":"RSA"
            }""";

    /** What a phone reports without proof, whether Alipay knows the agreement, and what the merchant is told. */
    private record Told(String code, boolean signed, String endpoint, String reason) {}

    private static final List<Told> TABLE = List.of(
            new Told("7000", true, "success", "signed"),
            new Told("7001", true, "success", "signed"),
            new Told("7002", true, "success", "signed"),
            new Told("6001", true, "success", "signed"),
            new Told("6002", true, "success", "signed"),
            new Told("4000", true, "success", "signed"),
            new Told("7002", false, "retry", "sign_failed"),
            new Told("6001", false, "cancel", "user_cancelled"),
            new Told("6002", false, "retry", "network_error"));

    @Test
    void asksAlipayBeforeItBelieves() throws Exception {
        Map<Told, Deal> deals = new LinkedHashMap<>();
        for (Told row : TABLE) {
            Deal deal = Deal.open(BUNDLE);
            deal.phone(row.signed() ? "silent" : "cancel");
            deal.relay(row.code());
            deals.put(row, deal);
        }

        deals.forEach((row, deal) -> {
            JsonNode outcome = deal.outcome(1);
            assertThat(outcome.path("endpoint").asText()).as("%s", row).isEqualTo(row.endpoint());
            assertThat(outcome.at("/body/reason").asText()).as("%s", row).isEqualTo(row.reason());
            assertThat(outcome.at("/body/evidence").asText()).isEqualTo("query");
            assertThat(outcome.at("/body/resultStatus").asText("")).isEqualTo(row.code());
        });
    }

    @Test
    void believesProofWhateverTheCode() throws Exception {
        List<Deal> deals = new ArrayList<>();
        for (String code : List.of("7000", "7001", "7002", "6001", "6002", "4000", "", "<script>")) {
            Deal deal = Deal.open(BUNDLE);
            deal.relay(deal.phone("sign").put("resultStatus", code));
            deals.add(deal);
        }

        deals.forEach(SignResultTest::assertSignedBySync);
    }

    @Test
    void takesResultAsSliceOfBodyAndCodeAsNumber() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        String text = deal.phone("sign").path("result").asText();

        BUNDLE.send(
                "paysign.sign.result",
                "{\"pad\":\"" + "张".repeat(12_000) + "\", \"resultStatus\": 7000, \"result\" : " + text
                        + " ,\"externalAgreementNo\":\"" + deal.number() + "\"}");

        assertSignedBySync(deal);
    }

    @Test
    void staysSignedWhenResultIsReplayedOrContradicted() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        ObjectNode result = deal.phone("sign");
        deal.relay(result);
        assertSignedBySync(deal);

        deal.relay(result);
        deal.relay("6001");
        String last = deal.relay("7002");

        assertThat(deal.relay(result)).isNotEqualTo(last);
        Deal other = Deal.open(BUNDLE);
        other.relay(other.phone("sign"));
        other.outcome(1);
        assertThat(deal.state()).isEqualTo(State.SIGNED);
        assertThat(BUNDLE.outcomes(deal.number())).hasSize(1);
    }

    @Test
    void neverBelievesWhatIsNotAboutThisAgreement() throws Exception {
        Deal signed = Deal.open(BUNDLE);
        String genuine = signed.phone("sign").path("result").asText();
        List<String> lies = new ArrayList<>();
        lies.add(genuine);
        lies.add(genuine.replace("_page_sign_response", "_query_response"));
        lies.add("{\"alipay_user_agreement_query_response\":{}," + genuine.substring(1));
        lies.add(genuine.replace(signed.number(), "0" + signed.number().substring(1)));
        lies.add(genuine.replaceFirst("\"sign\":\"[^\"]*\"", "\"sign\":\"\""));
        lies.add(genuine + genuine);
        lies.add(PRINTED);
        lies.add("[" + genuine + "]");
        lies.add("{\"alipay_user_agreement_page_sign_response\":" + "[".repeat(10_000));
        List<Deal> deals = new ArrayList<>();
        for (String lie : lies) {
            Deal deal = Deal.open(BUNDLE);
            deal.relay(Deal.JSON.createObjectNode().put("resultStatus", "7000").put("result", lie));
            deals.add(deal);
        }
        Deal forged = Deal.open(BUNDLE);
        forged.relay(forged.phone("forge"));
        deals.add(forged);

        Awaitility.await().untilAsserted(() -> assertThat(deals).allSatisfy(SignResultTest::isAskedInVain));
        assertThat(deals)
                .allSatisfy(deal -> assertThat(BUNDLE.outcomes(deal.number())).isEmpty());
    }

    private static void isAskedInVain(Deal deal) {
        assertThat(deal.state()).isEqualTo(State.UNKNOWN);
        assertThat(Times.of(BUNDLE).agreement(deal.number()).get("last_answer")).isEqualTo("NotSigned");
    }

    @Test
    void parksResultOfAnotherMerchantOrAgreement() throws Exception {
        Deal one = Deal.open(BUNDLE);
        Deal two = Deal.open(BUNDLE);
        String number = two.number();

        assertParked(
                "{\"requestId\":\"" + one.requestId() + "\",\"externalAgreementNo\":\"" + number + "\"}",
                "unknown_agreement");
        assertParked("{\"requestId\":\"nobody\",\"merchant\":\"demo\"}", "unknown_agreement");
        assertParked("{\"externalAgreementNo\":\"nobody\"}", "unknown_agreement");
        assertParked("{\"requestId\":\"" + one.requestId() + "\",\"merchant\":\"other\"}", "unknown_merchant");
        assertParked("{\"resultStatus\":\"7000\"}", "invalid_request");
        assertParked("{\"requestId\":7}", "invalid_request");
        assertParked("{\"requestId\":\"" + "a".repeat(65) + "\"}", "invalid_request");
        assertParked("{\"externalAgreementNo\":\"a\\u0000b\"}", "invalid_request");
        assertParked("[]", "unreadable");
        assertThat(one.state()).isEqualTo(State.ISSUED);
        assertThat(two.state()).isEqualTo(State.ISSUED);
    }

    private static void assertParked(String body, String reason) throws Exception {
        Message parked = BUNDLE.receive("paysign.parked", BUNDLE.send("paysign.sign.result", body));
        assertThat(parked.getStringProperty("paysignReason")).as(body).isEqualTo(reason);
        assertThat(((TextMessage) parked).getText()).isEqualTo(body);
    }

    @Test
    void asksAlipayAboutPrintedSampleOfDocumentation() throws Exception {
        Deal deal = Deal.open(BUNDLE, "{\"external_agreement_no\":\"test212\"}");

        deal.relay(Deal.JSON.createObjectNode().put("resultStatus", "7000").put("result", PRINTED));

        Awaitility.await().untilAsserted(() -> isAskedInVain(deal));
    }

    private static void assertSignedBySync(Deal deal) {
        JsonNode outcome = deal.outcome(1);
        assertThat(outcome.path("endpoint").asText()).isEqualTo("success");
        assertThat(outcome.at("/body/evidence").asText()).isEqualTo("sync");
        assertThat(outcome.at("/body/agreementNo").asText()).isNotEmpty();
    }
}
