package org.paysign.query;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;
import org.paysign.query.Answer.Kind;
import org.paysign.signature.SignedResponse;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.signature.SignedResponse.Unproven;
import org.paysign.store.Agreement;
import org.paysign.store.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the gateway's answer from its raw text and classes it; stateless. What is not signed by Alipay decides nothing. */
public final class AnswerReader {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerReader.class);
    private static final String NODE = "alipay_user_agreement_query_response";
    private static final int MAX_BYTES = 256 * 1024;

    /** Verifies and classes an answer. */
    public Answer read(@Body byte[] body, @ExchangeProperty("question") Question question) {
        if (body.length > MAX_BYTES) {
            return later(question, "answer_too_large");
        }
        String text = new String(body, question.merchant().charset());
        SignedResponse response = question.merchant().read(text, NODE);
        if (response instanceof Proven proven) {
            return proven(question, proven);
        }
        String why = ((Unproven) response).why();
        if (why.equals(Unproven.OTHER_CERTIFICATE)) {
            LOG.error(
                    "Alipay has rotated its certificate and nothing of it can be believed for merchant {}: download the"
                            + " new alipay-cert from Alipay's console (开放平台, 接口加签方式), add it after a comma and call"
                            + " reloadMerchants",
                    question.merchant().name());
        }
        return later(question, "unproven:" + why);
    }

    private static Answer proven(Question question, Proven proven) {
        String code = proven.text("code");
        String subCode = proven.text("sub_code");
        String note = note(code, subCode);
        return switch (code) {
            case "10000" -> found(question, proven);
            case "40004" -> business(question, subCode, note);
            case "20000" -> later(question, note);
            // Where Alipay's tables put "too many calls": older ones under the first, others under the second.
            case "40005", "40006" ->
                new Answer(question, note.contains("call-limited") ? Kind.SLOWER : Kind.PERSON, note, Set.of());
            default -> new Answer(question, Kind.PERSON, note, Set.of());
        };
    }

    private static Answer found(Question question, Proven proven) {
        Agreement agreement = question.due().agreement();
        if (!isAbout(agreement, proven)) {
            return new Answer(question, Kind.PERSON, "answer_about_another_agreement", Set.of());
        }
        String number = proven.text("agreement_no");
        String status = proven.text("status");
        if (number.isBlank() || !status.equals("NORMAL")) {
            return later(question, note("status", status));
        }
        // What is known already is no new signal: the plan of deductions in it changes with every one of them.
        return agreement.state() == State.SIGNED && agreement.agreementNo().equals(number)
                ? new Answer(question, Kind.STANDS, "NORMAL", Set.of())
                : known(
                        question,
                        "NORMAL",
                        Set.of(new Signal.Signed(agreement.round(), Evidence.QUERY, number, fields(proven))));
    }

    /** Alipay echoes the external number only if it was sent; product and scene always. */
    private static boolean isAbout(Agreement agreement, Proven proven) {
        boolean same = AgreementQuery.asksByNumber(agreement)
                ? proven.text("agreement_no").equals(agreement.agreementNo())
                : proven.text("external_agreement_no").equals(agreement.key().externalAgreementNo());
        return same
                && proven.text("personal_product_code").equals(agreement.product())
                && proven.text("sign_scene").equals(agreement.scene());
    }

    private static Answer business(Question question, String subCode, String note) {
        Agreement agreement = question.due().agreement();
        // Compared by its end: Alipay writes some codes with a prefix such as ACQ.
        if (subCode.endsWith("USER_AGREEMENT_NOT_EXIST")) {
            boolean gone = agreement.state() == State.SIGNED;
            String why = question.due().expired() ? "expired" : "USER_AGREEMENT_NOT_EXIST";
            return known(question, note, Set.of(gone ? end(question, why) : notSigned(question)));
        }
        if (subCode.endsWith("AGREEMENT_HAS_UNSIGNED")) {
            Signal end = end(question, "AGREEMENT_HAS_UNSIGNED");
            // If this is said of an agreement of an earlier round, then there is none in this one.
            return known(
                    question, note, agreement.state() == State.SIGNED ? Set.of(end) : Set.of(end, notSigned(question)));
        }
        boolean passing = subCode.endsWith("SYSTEM_ERROR") || subCode.endsWith("PARENT_MERCHANT_QUERY_FAIL");
        return passing ? later(question, note) : new Answer(question, Kind.PERSON, note, Set.of());
    }

    private static Signal notSigned(Question question) {
        Due due = question.due();
        return new Signal.NotSigned(due.agreement().round(), due.reported(), due.windowClosed());
    }

    /** The end of what was asked about: of the agreement by its own number, if it was known to be signed. */
    private static Signal end(Question question, String reason) {
        Agreement agreement = question.due().agreement();
        boolean named = agreement.state() == State.SIGNED;
        return new Signal.Ended(
                agreement.round(), Evidence.QUERY, named ? agreement.agreementNo() : "", reason, Map.of());
    }

    private static Answer known(Question question, String note, Set<Signal> signals) {
        return new Answer(question, Kind.KNOWN, note, signals);
    }

    private static Answer later(Question question, String note) {
        return new Answer(question, Kind.LATER, note, Set.of());
    }

    /** Codes only, never Alipay's free text, which can name the customer. */
    private static String note(String code, String subCode) {
        return (code + " " + subCode).replaceAll("[^A-Za-z0-9_. -]", "?").strip();
    }

    private static Map<String, String> fields(Proven proven) {
        Map<String, String> fields = new TreeMap<>();
        proven.fields().fieldNames().forEachRemaining(name -> fields.put(name, proven.text(name)));
        return fields;
    }
}
