package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;

class UnsignRequestTest {

    private static final String QUEUE = "paysign.unsign.request";

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle().with("paysign.queue.attempts", "3");

    @Test
    void endsAgreementAndTellsTheEndedEndpoint() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        String number = deal.stored().agreementNo();
        String request = byExternalNumber(deal);

        JsonNode reply = reply(request);

        assertThat(reply.path("requestId"))
                .isEqualTo(Deal.JSON.readTree(request).path("requestId"));
        assertThat(reply.path("merchant").asText()).isEqualTo("demo");
        assertThat(reply.path("externalAgreementNo").asText()).isEqualTo(deal.number());
        assertThat(reply.path("agreementNo").asText()).isEqualTo(number).isNotEmpty();
        assertThat(reply.path("state").asText()).isEqualTo("ENDED");
        assertThat(reply.path("reason").asText()).isEqualTo("unsigned");
        assertThat(deal.state()).isEqualTo(State.ENDED);
        JsonNode outcome = deal.outcome(2);
        assertThat(outcome.path("endpoint").asText()).isEqualTo("ended");
        assertThat(outcome.at("/body/agreementNo").asText()).isEqualTo(number);
    }

    @Test
    void findsAgreementByAlipaysNumber() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        JsonNode reply = reply(byAlipaysNumber(deal));
        assertThat(reply.path("externalAgreementNo").asText()).isEqualTo(deal.number());
        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
    }

    @Test
    void repeatsReplyByteForByteEvenAfterANewSigning() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        String request = byAlipaysNumber(deal);
        String first = ask(request);
        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
        Deal again = deal.again();
        again.relay(again.phone("sign"));
        assertThat(again.outcome(3).path("endpoint").asText()).isEqualTo("success");

        assertThat(ask(request)).isEqualTo(first);

        assertThat(again.state()).as("the new one stays").isEqualTo(State.SIGNED);
    }

    @Test
    void leavesWhatWasSignedSinceWhenTheRequestComesAgainLate() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        String number = deal.stored().agreementNo();
        BUNDLE.post("/alipay/faults", "{\"kind\":\"system-error\",\"next\":3}");
        String request = byExternalNumber(deal);
        BUNDLE.receive("paysign.parked", BUNDLE.send(QUEUE, request));
        ask(byExternalNumber(deal));
        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
        Deal again = deal.again();
        again.relay(again.phone("sign"));
        assertThat(again.outcome(3).path("endpoint").asText()).isEqualTo("success");

        JsonNode reply = reply(request);

        assertThat(reply.path("state").asText()).isEqualTo("ENDED");
        assertThat(reply.path("agreementNo").asText()).isEqualTo(number);
        assertThat(again.state()).isEqualTo(State.SIGNED);
    }

    @Test
    void answersForAgreementThatHasEndedAlready() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        ask(byExternalNumber(deal));
        JsonNode reply = reply(byExternalNumber(deal));
        assertThat(reply.path("state").asText()).isEqualTo("ENDED");
        assertThat(reply.path("reason").asText()).isEqualTo("ended_before");
        assertThat(Times.of(BUNDLE).outcomes(deal.number())).hasSize(2);
    }

    @Test
    void takesAlipaysNotExistForAnEnd() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        deal.unsignInAlipay();
        assertThat(reply(byExternalNumber(deal)).path("reason").asText()).isEqualTo("AGREEMENT_NOT_EXIST");
        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system-error", "http500", "bad-signature", "reset"})
    void asksAgainAfterAFault(String fault) throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        BUNDLE.post("/alipay/faults", "{\"kind\":\"" + fault + "\",\"next\":1}");
        assertThat(reply(byExternalNumber(deal)).path("state").asText()).isEqualTo("ENDED");
        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
    }

    @Test
    void parksRequestThatAlipayNeverAnswers() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        BUNDLE.post("/alipay/faults", "{\"kind\":\"system-error\",\"next\":3}");
        String request = byExternalNumber(deal);

        Message parked = BUNDLE.receive("paysign.parked", BUNDLE.send(QUEUE, request));

        assertThat(((TextMessage) parked).getText()).isEqualTo(request);
        assertThat(parked.getStringProperty("paysignReason")).isEqualTo("failed");
        assertThat(parked.getStringProperty("paysignDetail")).contains("NoAnswer");
        assertThat(parked.getStringProperty("paysignSource")).isEqualTo(QUEUE);
        assertThat(deal.state()).isEqualTo(State.SIGNED);
    }

    @Test
    void refusesOtherContentUnderTheSameId() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        String request = byExternalNumber(deal);
        ask(request);
        JsonNode reply = reply(request.replace(deal.number(), "another"));
        assertThat(reply.at("/error/code").asText()).isEqualTo("idempotency_conflict");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'externalAgreementNo':'nobody' | /externalAgreementNo | names no agreement of this merchant",
                "'agreementNo':'nobody' | /agreementNo | names no agreement of this merchant",
                "'externalAgreementNo':'' | /externalAgreementNo | must be a string of 1-64 characters, none of them a control character",
                "'externalAgreementNo':'a\\u0000' | /externalAgreementNo | must be a string of 1-64 characters, none of them a control character",
                "'agreementNo':7 | /agreementNo | must be a string of 1-64 characters, none of them a control character",
                "'merchant':'demo' | /externalAgreementNo | is required, or agreementNo",
                "'externalAgreementNo':'T','reason':'x' | /reason | is not a field of an unsign request",
            })
    void namesViolation(String fields, String path, String message) throws Exception {
        JsonNode reply = reply("{\"requestId\":\"" + UUID.randomUUID() + "\"," + fields.replace('\'', '"') + "}");
        assertThat(reply.at("/error/code").asText()).isEqualTo("invalid_request");
        assertThat(reply.at("/error/violations/0/path").asText()).isEqualTo(path);
        assertThat(reply.at("/error/violations/0/message").asText()).isEqualTo(message);
    }

    @Test
    void refusesUnknownMerchant() throws Exception {
        JsonNode reply = reply("{\"requestId\":\"u-1\",\"merchant\":\"nobody\",\"agreementNo\":\"1\"}");
        assertThat(reply.at("/error/code").asText()).isEqualTo("unknown_merchant");
    }

    @Test
    void refusesAgreementThatIsNotSigned() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        JsonNode reply = reply(byExternalNumber(deal));
        assertThat(reply.at("/error/violations/0/message").asText()).contains("is not signed: wait for its outcome");
        assertThat(deal.state()).isEqualTo(State.ISSUED);
    }

    @Test
    void answersToTemporaryQueue() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        TemporaryQueue mine = BUNDLE.jms().createTemporaryQueue();
        String id = BUNDLE.send(QUEUE, context -> withReplyTo(context.createTextMessage(byExternalNumber(deal)), mine));
        Message reply = BUNDLE.jms().createConsumer(mine).receive(15_000);
        assertThat(reply.getJMSCorrelationID()).isEqualTo(id);
        assertThat(((TextMessage) reply).getText()).contains("\"state\":\"ENDED\"");
    }

    @Test
    void parksWhatHasNoUsableId() throws Exception {
        Message parked = BUNDLE.receive("paysign.parked", BUNDLE.send(QUEUE, "{\"agreementNo\":\"1\"}"));
        assertThat(parked.getStringProperty("paysignReason")).isEqualTo("invalid_request");
    }

    private static Message withReplyTo(Message message, TemporaryQueue queue) {
        try {
            message.setJMSReplyTo(queue);
            return message;
        } catch (JMSException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String byExternalNumber(Deal deal) {
        return request("externalAgreementNo", deal.number());
    }

    private static String byAlipaysNumber(Deal deal) {
        return request("agreementNo", deal.stored().agreementNo());
    }

    private static String request(String key, String value) {
        return "{\"requestId\":\"" + UUID.randomUUID() + "\",\"merchant\":\"demo\",\"" + key + "\":\"" + value + "\"}";
    }

    private static JsonNode reply(String request) throws Exception {
        return Deal.JSON.readTree(ask(request));
    }

    private static String ask(String request) throws Exception {
        return ((TextMessage) BUNDLE.receive("paysign.sign.reply", BUNDLE.send(QUEUE, request))).getText();
    }
}
