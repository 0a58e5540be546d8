package org.paysign.result;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.Signal;
import org.paysign.signature.SignedResponse;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.store.Agreement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a result's text proves about the agreement it was sent for; stateless. */
public final class ResultVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(ResultVerifier.class);
    private static final String NODE = "alipay_user_agreement_page_sign_response";

    /** Verifies the text and holds it against what is stored: a genuine text about something else proves nothing. */
    public VerifiedResult verify(SignResult result) {
        Agreement agreement = result.agreement();
        SignedResponse response = result.merchant().read(result.text(), NODE);
        if (response instanceof Proven proven) {
            Optional<Signal.Signed> proof =
                    confirms(proven, agreement) ? Optional.of(proof(proven, agreement)) : Optional.empty();
            if (proof.isEmpty() && proven.text("code").equals("10000")) {
                LOG.warn("Result of agreement {} is genuine but about something else: Alipay is asked", agreement.id());
            }
            return new VerifiedResult(agreement, result.resultStatus(), proof, failure(proven, agreement));
        }
        if (response instanceof SignedResponse.Unproven unproven
                && !result.text().isEmpty()) {
            LOG.warn("Result of agreement {} proves nothing ({}): Alipay is asked", agreement.id(), unproven.why());
        }
        return new VerifiedResult(agreement, result.resultStatus(), Optional.empty(), "");
    }

    private static boolean confirms(Proven proven, Agreement agreement) {
        return proven.text("code").equals("10000")
                && proven.text("status").equals("NORMAL")
                && !proven.text("agreement_no").isBlank()
                && proven.text("app_id").equals(agreement.appId())
                && proven.text("external_agreement_no").equals(agreement.key().externalAgreementNo())
                && proven.text("personal_product_code").equals(agreement.product())
                && proven.text("sign_scene").equals(agreement.scene());
    }

    private static Signal.Signed proof(Proven proven, Agreement agreement) {
        Map<String, String> fields = new TreeMap<>();
        proven.fields().fieldNames().forEachRemaining(name -> fields.put(name, proven.text(name)));
        return new Signal.Signed(agreement.round(), Evidence.SYNC, proven.text("agreement_no"), fields);
    }

    /** A failure's sub_code names no agreement, so it explains and never decides. */
    private static String failure(Proven proven, Agreement agreement) {
        String number = proven.text("external_agreement_no");
        boolean ours = number.isEmpty() || number.equals(agreement.key().externalAgreementNo());
        String code = proven.text("sub_code");
        return ours && !proven.text("code").equals("10000") && code.matches("[A-Za-z0-9_.-]{1,64}") ? code : "";
    }
}
