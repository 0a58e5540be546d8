package org.paysign.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Scenarios of agreements that end, and what follows on an end. */
final class Ends {

    private static final String PLACES = "success, ended";
    private static final String SIGNED = Scenarios.SIGNED_BY_SYNC + ", ";

    private Ends() {}

    static List<Scenario> scenarios() {
        return List.of(
                scenario(
                        "unsign",
                        "an unsign request, twice",
                        "ask-unsign",
                        Ending.endpoint(PLACES, "agreement.signed, agreement.ended, the same reply twice"),
                        Ends::unsign),
                scenario(
                        "user-unsign",
                        "the customer unsigns in Alipay",
                        "notice-unsigned",
                        Ending.endpoint(PLACES, SIGNED + "agreement.ended (unsigned, by notify)"),
                        (backEnd, trail) -> Ending.each(
                                new Deal(backEnd, trail).signed().end("on").outcomes(2))),
                scenario(
                        "user-unsign-lost",
                        "the customer unsigns in Alipay, and no notice",
                        "record-answer",
                        Ending.endpoint(PLACES, SIGNED + "agreement.ended (AGREEMENT_HAS_UNSIGNED, by query)"),
                        (backEnd, trail) -> Ending.each(new Deal(backEnd, trail)
                                .signed()
                                .end(Deal.NO_NOTICE)
                                .outcomes(2))),
                scenario(
                        "expiry",
                        "an agreement runs out, of which Alipay tells nothing",
                        "record-answer",
                        Ending.endpoint(PLACES, SIGNED + "agreement.ended (expired, by query)"),
                        Ends::expiry),
                scenario(
                        "sign-again",
                        "the same number after the customer unsigned",
                        "result-signed x2",
                        Ending.endpoint(
                                PLACES + ", success",
                                "agreement.signed, agreement.ended, agreement.signed, under another agreementNo"),
                        Ends::signAgain));
    }

    private static Ending unsign(BackEnd backEnd, Trail trail) throws Exception {
        Deal deal = new Deal(backEnd, trail).signed();
        String first = deal.unsign();
        String second = deal.unsign();
        boolean ended = BackEnd.read(first).path("state").asText().equals("ENDED");
        return Ending.types(deal.outcomes(2))
                .and(ended && first.equals(second) ? ", the same reply twice" : ", but the replies: " + first + second);
    }

    private static Ending expiry(BackEnd backEnd, Trail trail) throws Exception {
        Deal deal = new Deal(backEnd, trail)
                .ask()
                .customer("sign", Deal.NO_NOTICE, Map.of("validSeconds", 3))
                .relay();
        return Ending.each(deal.outcomes(2));
    }

    private static Ending signAgain(BackEnd backEnd, Trail trail) throws Exception {
        Deal deal = new Deal(backEnd, trail).signed().end("on");
        deal.outcomes(2);
        JsonNode told = deal.ask().customer("sign", Deal.NO_NOTICE).relay().outcomes(3);
        boolean another = !agreementNo(told, 0).isEmpty()
                && agreementNo(told, 0).equals(agreementNo(told, 1))
                && !agreementNo(told, 2).equals(agreementNo(told, 0));
        return Ending.types(told).and(another ? ", under another agreementNo" : ", under the wrong agreementNo");
    }

    private static String agreementNo(JsonNode receipts, int index) {
        return receipts.path(index).path("body").path("agreementNo").asText();
    }

    private static Scenario scenario(String name, String in, String via, Ending promised, Scenario.Play play) {
        return new Scenario(name, Scenarios.ACTS, in, via, promised, play);
    }
}
