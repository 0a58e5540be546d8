package org.paysign.outcome;

import org.paysign.agreement.Verdict;
import org.paysign.glossary.Glossary;

/** One word and one sentence about an outcome, for the merchant's engineers. */
record Advice(String reason, String sentence) {

    private static final Glossary GLOSSARY = new Glossary();

    static Advice of(Verdict verdict) {
        return switch (verdict.state()) {
            case SIGNED -> new Advice("signed", "Alipay confirmed the agreement: charge by its agreementNo.");
            case ENDED ->
                new Advice(
                        verdict.reason(),
                        "The agreement exists no more: stop charging; signing again needs a new number.");
            case CANCELLED -> cancelled(verdict);
            case FAILED -> failed(verdict);
            case ISSUED, UNKNOWN -> throw new IllegalArgumentException(verdict.state() + " is no outcome");
        };
    }

    private static Advice cancelled(Verdict verdict) {
        return verdict.reason().equals("expired")
                ? new Advice(
                        "expired",
                        "The time to sign ran out: offer it again with a new request if the customer comes back.")
                : new Advice(
                        word(verdict, "user_cancelled"),
                        "The customer left: ask for the signature again when they want it.");
    }

    private static Advice failed(Verdict verdict) {
        return verdict.resultStatus().equals("6002")
                ? new Advice(word(verdict, "network_error"), "The phone had no network: let the customer try again.")
                : new Advice(
                        word(verdict, "sign_failed"),
                        ofAlipaysCode(verdict.reason())
                                + "Find the cause before trying again: most often a missing capability, swapped product codes, an"
                                + " amount over the cap or a signStr that was changed on its way.");
    }

    /** What is documented of the code that Alipay gave, if it gave one. */
    private static String ofAlipaysCode(String code) {
        return GLOSSARY.find(code)
                .map(known -> known.english().meaning() + " " + known.english().advice() + " ")
                .orElse("");
    }

    private static String word(Verdict verdict, String ours) {
        return verdict.reason().isEmpty() ? ours : verdict.reason();
    }
}
