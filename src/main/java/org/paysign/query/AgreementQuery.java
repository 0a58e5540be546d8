package org.paysign.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;
import org.paysign.merchant.Signers;
import org.paysign.signature.SignedForm;
import org.paysign.store.Agreement;
import org.paysign.store.Due;

/**
 * Writes the question to Alipay; safe for use by several threads.
 *
 * @see <a href="https://opendocs.alipay.com/open/3dab71bc_alipay.user.agreement.query">alipay.user.agreement.query</a>
 */
public final class AgreementQuery {

    private static final String METHOD = "alipay.user.agreement.query";

    private final Merchants merchants;
    private final Signers signers;
    private final ObjectMapper json;
    private final Clock clock;

    public AgreementQuery(Merchants merchants, Signers signers, ObjectMapper json, Clock clock) {
        this.merchants = merchants;
        this.signers = signers;
        this.json = json;
        this.clock = clock;
    }

    /** Signs the question about a claimed agreement. */
    public Question ask(Due due) throws JsonProcessingException {
        Agreement agreement = due.agreement();
        Merchant merchant = merchants.get(agreement.key().merchant());
        Map<String, String> parameters =
                merchant.parameters(METHOD, clock.instant(), json.writeValueAsString(bizContent(agreement)));
        SignedForm form = SignedForm.of(parameters, merchant.charset(), signers.signer(merchant));
        return new Question(due, merchant, form.encodedWithout("charset"));
    }

    /** What is absent is left out: Alipay refuses empty values. */
    private ObjectNode bizContent(Agreement agreement) {
        ObjectNode biz = json.createObjectNode()
                .put("personal_product_code", agreement.product())
                .put("external_agreement_no", agreement.key().externalAgreementNo());
        return agreement.scene().isEmpty() ? biz : biz.put("sign_scene", agreement.scene());
    }
}
