package org.paysign.cli.demo;

import java.util.List;

/** Scenarios about what Alipay tells unasked, and about agreements nothing is heard of. */
final class Hearings {

    private static final String SIGNED = "agreement.signed (signed, by notify)";
    private static final String IN_CERTIFICATE_MODE = "demo-cert";
    private static final String SUCCESS = "success";

    private Hearings() {}

    static List<Scenario> scenarios() {
        return List.of(
                scenario("notice", "a notice and 7000 at once", "notice-signed", once(), Hearings::atOnce),
                scenario(
                        "notice-before",
                        "a notice, then 7000",
                        "notice-signed",
                        Ending.endpoint(SUCCESS, SIGNED),
                        (backEnd, trail) -> Ending.each(new Deal(backEnd, trail)
                                .ask()
                                .customer("sign", "before")
                                .relay()
                                .outcomes(1))),
                scenario(
                        "notice-late",
                        "6001, then signed after all and a late notice",
                        "notice-signed",
                        Ending.endpoint("cancel, success", "agreement.cancelled (user_cancelled, by query), " + SIGNED),
                        Hearings::late),
                scenario("notice-twice", "the same notice twice", "notice-signed x2", once(), Hearings::twice),
                scenario(
                        "notice-forged",
                        "a forged notice, then 6001",
                        "answer-fail",
                        Ending.endpoint("cancel", "agreement.cancelled (user_cancelled, by query)"),
                        (backEnd, trail) -> Ending.each(new Deal(backEnd, trail)
                                .ask()
                                .customer("cancel", "forged")
                                .answered("fail", 1)
                                .relay()
                                .outcomes(1))),
                scenario(
                        "notice-lost",
                        "7000 without its text, and no notice",
                        "result-unproven",
                        Ending.endpoint(SUCCESS, Scenarios.SIGNED_BY_QUERY),
                        (backEnd, trail) -> Ending.each(new Deal(backEnd, trail)
                                .ask()
                                .customer("sign", Deal.NO_NOTICE)
                                .relay("")
                                .outcomes(1))),
                scenario(
                        "silent-notice",
                        "a notice alone, the phone is silent",
                        "notice-signed",
                        Ending.endpoint(SUCCESS, SIGNED),
                        (backEnd, trail) -> Ending.each(new Deal(backEnd, trail)
                                .ask()
                                .customer("silent", "on")
                                .outcomes(1))),
                scenario(
                        "silent-query",
                        "nothing at all, though it was signed",
                        "ask-alipay",
                        Ending.endpoint(SUCCESS, Scenarios.SIGNED_BY_QUERY),
                        (backEnd, trail) -> Ending.each(new Deal(backEnd, trail)
                                .ask()
                                .customer("silent", Deal.NO_NOTICE)
                                .outcomes(1))),
                scenario(
                        "certificates",
                        "7000 for merchant " + IN_CERTIFICATE_MODE,
                        "result-signed",
                        Ending.endpoint(SUCCESS, Scenarios.SIGNED_BY_SYNC),
                        (backEnd, trail) -> Ending.each(new Deal(backEnd, trail, IN_CERTIFICATE_MODE)
                                .ask()
                                .customer("sign", Deal.NO_NOTICE)
                                .relay()
                                .outcomes(1))));
    }

    private static Ending atOnce(BackEnd backEnd, Trail trail) throws Exception {
        Deal deal =
                new Deal(backEnd, trail).ask().customer("sign", "on").relay().answered("success", 1);
        return ended(deal);
    }

    /** The page was still open behind the cancel. */
    private static Ending late(BackEnd backEnd, Trail trail) throws Exception {
        Deal deal = new Deal(backEnd, trail)
                .ask()
                .customer("cancel", Deal.NO_NOTICE)
                .relay();
        deal.outcomes(1);
        return Ending.each(deal.customer("silent", "late").outcomes(2));
    }

    private static Ending twice(BackEnd backEnd, Trail trail) throws Exception {
        Deal deal = new Deal(backEnd, trail).ask().customer("silent", "twice").answered("success", 2);
        return ended(deal);
    }

    private static Ending once() {
        return Ending.endpoint("success, ended", "agreement.signed, agreement.ended");
    }

    /** The end comes as the second outcome, if the agreement's success was told once. */
    private static Ending ended(Deal deal) throws Exception {
        deal.outcomes(1);
        return Ending.types(deal.end("on").outcomes(2));
    }

    private static Scenario scenario(String name, String in, String via, Ending promised, Scenario.Play play) {
        return new Scenario(name, Scenarios.ACTS, in, via, promised, play);
    }
}
