package org.paysign.cli.demo;

import java.util.List;
import java.util.stream.Stream;

/** Every scenario of the contract's sections 5 and 6, and what it promises. */
final class Scenarios {

    /** Nobody else may ask the gateway meanwhile, and what is signed or silent would be asked about. */
    private static final int GATEWAY = 1;
    /** Of these only the one whose endpoint is down tells the success endpoint. */
    private static final int SLOW = 2;

    private static final int CONVERSATIONS = SLOW;
    /** All that disturbs nobody. */
    static final int ACTS = 3;

    static final String SIGNED_BY_QUERY = "agreement.signed (signed, by query)";
    static final String SIGNED_BY_SYNC = "agreement.signed (signed, by sync)";
    private static final String EXPIRED = "agreement.cancelled (expired, by query)";

    private Scenarios() {}

    static List<Scenario> all() {
        return Stream.of(results(), Hearings.scenarios(), Ends.scenarios())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> results() {
        return List.of(
                new Scenario(
                        "poison",
                        CONVERSATIONS,
                        "a message that is no JSON, then a request",
                        "park-message",
                        Ending.queue(
                                BackEnd.PARKED,
                                "unreadable from paysign.sign.request, byte for byte; the next one was answered"),
                        Conversations::poison),
                new Scenario(
                        "duplicate",
                        CONVERSATIONS,
                        "one request twice",
                        "sign-request x2",
                        Ending.queue(BackEnd.REPLY, "the same bytes twice"),
                        Conversations::duplicate),
                new Scenario(
                        "conflict",
                        CONVERSATIONS,
                        "one requestId with two contents",
                        "refuse-request",
                        Ending.queue(BackEnd.REPLY, "error idempotency_conflict"),
                        Conversations::conflict),
                new Scenario(
                        "unknown-merchant",
                        CONVERSATIONS,
                        "a request for merchant nobody",
                        "refuse-request",
                        Ending.queue(BackEnd.REPLY, "error unknown_merchant"),
                        Conversations::unknownMerchant),
                new Scenario(
                        "old-client",
                        CONVERSATIONS,
                        "a request of client 10.0.9",
                        "sign-and-remember",
                        Ending.queue(BackEnd.REPLY, "supported false, with launchUrl"),
                        Conversations::oldClient),
                act("sign", "7000", "result-signed", Ending.endpoint("success", SIGNED_BY_SYNC)),
                act("unknown-signed", "7001", "result-unknown", Ending.endpoint("success", SIGNED_BY_QUERY)),
                act(
                        "fail",
                        "7002",
                        "result-failed-unless-signed",
                        Ending.endpoint("retry", "agreement.retry (PRODUCT_CODE_NOT_SUPPORTED_ERROR, by query)")),
                act(
                        "cancel",
                        "6001",
                        "result-cancelled-unless-signed",
                        Ending.endpoint("cancel", "agreement.cancelled (user_cancelled, by query)")),
                act(
                        "cancel-signed",
                        "6001",
                        "result-cancelled-unless-signed",
                        Ending.endpoint("success", SIGNED_BY_QUERY)),
                act(
                        "network",
                        "6002",
                        "result-failed-unless-signed",
                        Ending.endpoint("retry", "agreement.retry (network_error, by query)")),
                act(
                        "network-signed",
                        "6002",
                        "result-failed-unless-signed",
                        Ending.endpoint("success", SIGNED_BY_QUERY)),
                new Scenario(
                        "forge",
                        SLOW,
                        "7000 with a forged signature",
                        "result-unproven",
                        Ending.endpoint("cancel", EXPIRED),
                        new Signing("forge", "7000", Signing.SHORT)),
                new Scenario(
                        "unknown-unsigned",
                        SLOW,
                        "7001, nothing signed until too late",
                        "result-unknown",
                        Ending.endpoint("cancel", EXPIRED),
                        new Signing("unknown-unsigned", "7001", Signing.SHORT)),
                new Scenario(
                        "endpoint-down",
                        SLOW,
                        "7000 while the endpoint answers 503 twice",
                        "deliver-again-later x2",
                        Ending.endpoint("success", "agreement.signed (signed, by sync), one id and the same bytes"),
                        Mishaps::endpointDown),
                new Scenario(
                        "gateway-timeouts",
                        GATEWAY,
                        "7001 while the gateway times out three times",
                        "ask-again-later x3",
                        Ending.endpoint("success", SIGNED_BY_QUERY),
                        Mishaps::gatewayTimeouts));
    }

    /** An act of the phone whose name says all. */
    private static Scenario act(String act, String code, String via, Ending promised) {
        return new Scenario(act, ACTS, "resultStatus " + code, via, promised, new Signing(act, code, Signing.USUAL));
    }
}
