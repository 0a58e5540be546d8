package org.paysign.unsign;

import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.paysign.queue.RefusedRequest;
import org.paysign.queue.Violation;
import org.paysign.signature.SignedResponse;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.signature.SignedResponse.Unproven;

/** Reads what Alipay says to an unsign call; stateless. What is not signed by Alipay decides nothing. */
public final class UnsignAnswerReader {

    private static final String NODE = "alipay_user_agreement_unsign_response";
    private static final int MAX_BYTES = 256 * 1024;
    /** Compared by their ends: Alipay writes some codes with a prefix, and one of them in two spellings. */
    private static final Set<String> OVER =
            Set.of("AGREEMENT_NOT_EXIST", "AGREEMENT_NOT_EXSIT", "AGREEMENT_IS_NOT_EXIST", "AGREEMENT_HAS_UNSIGNED");

    private static final Set<String> FOR_NOW =
            Set.of("SYSTEM_ERROR", "USER_AGREEMENT_QUERY_FAIL", "USER_AGREEMENT_UNSIGN_FAIL");

    /**
     * Verifies an answer.
     *
     * @throws RefusedRequest if Alipay will not unsign this agreement
     * @throws RuntimeException if it is no answer, so that Alipay has to be asked again
     */
    public UnsignAnswer read(@Body byte[] body, @ExchangeProperty("unsign") UnsignRequest request) {
        if (body.length > MAX_BYTES) {
            throw new NoAnswer("answer_too_large");
        }
        SignedResponse response =
                request.merchant().read(new String(body, request.merchant().charset()), NODE);
        if (response instanceof Proven proven) {
            return proven(request, proven);
        }
        throw new NoAnswer("unproven:" + ((Unproven) response).why());
    }

    private static UnsignAnswer proven(UnsignRequest request, Proven proven) {
        String code = proven.text("code");
        String subCode = proven.text("sub_code").replaceAll("[^A-Za-z0-9_.-]", "?");
        if (code.equals("10000")) {
            return new UnsignAnswer(request, "unsigned");
        }
        if (!code.equals("40004") || FOR_NOW.stream().anyMatch(subCode::endsWith)) {
            throw new NoAnswer(code.replaceAll("[^0-9]", "?") + " " + subCode);
        }
        if (OVER.stream().anyMatch(subCode::endsWith)) {
            return new UnsignAnswer(request, subCode);
        }
        throw new RefusedRequest(
                request.requestId(),
                "invalid_request",
                "Alipay does not unsign this agreement: " + subCode + ".",
                List.of(new Violation("/agreementNo", "was refused by Alipay with " + subCode)));
    }
}
