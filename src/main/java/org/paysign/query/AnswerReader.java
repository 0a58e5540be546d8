package org.paysign.query;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.Signal;
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
            case "40006" ->
                new Answer(question, note.contains("call-limited") ? Kind.SLOWER : Kind.PERSON, note, Optional.empty());
            default -> new Answer(question, Kind.PERSON, note, Optional.empty());
        };
    }

    private static Answer found(Question question, Proven proven) {
        Agreement agreement = question.due().agreement();
        if (!isAbout(agreement, proven)) {
            return new Answer(question, Kind.PERSON, "answer_about_another_agreement", Optional.empty());
        }
        String status = proven.text("status");
        return status.equals("NORMAL")
                ? known(
                        question,
                        "NORMAL",
                        new Signal.Signed(
                                agreement.round(), Evidence.QUERY, proven.text("agreement_no"), fields(proven)))
                : later(question, note("status", status));
    }

    /** Alipay echoes the number only if it was sent, which it was; product and scene always. */
    private static boolean isAbout(Agreement agreement, Proven proven) {
        return proven.text("external_agreement_no").equals(agreement.key().externalAgreementNo())
                && proven.text("personal_product_code").equals(agreement.product())
                && proven.text("sign_scene").equals(agreement.scene());
    }

    private static Answer business(Question question, String subCode, String note) {
        Due due = question.due();
        int round = due.agreement().round();
        // Compared by its end: Alipay writes some codes with a prefix such as ACQ.
        if (subCode.endsWith("USER_AGREEMENT_NOT_EXIST")) {
            return known(question, note, new Signal.NotSigned(round, due.reported(), due.windowClosed()));
        }
        if (subCode.endsWith("AGREEMENT_HAS_UNSIGNED")) {
            return known(question, note, new Signal.Ended(round, Evidence.QUERY, "AGREEMENT_HAS_UNSIGNED", Map.of()));
        }
        boolean passing = subCode.endsWith("SYSTEM_ERROR") || subCode.endsWith("PARENT_MERCHANT_QUERY_FAIL");
        return passing ? later(question, note) : new Answer(question, Kind.PERSON, note, Optional.empty());
    }

    private static Answer known(Question question, String note, Signal signal) {
        return new Answer(question, Kind.KNOWN, note, Optional.of(signal));
    }

    private static Answer later(Question question, String note) {
        return new Answer(question, Kind.LATER, note, Optional.empty());
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
