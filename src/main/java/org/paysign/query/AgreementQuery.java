package org.paysign.query;

import java.util.Map;
import java.util.TreeMap;
import org.paysign.agreement.State;
import org.paysign.gateway.Gateway;
import org.paysign.merchant.Merchants;
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
    private final Gateway gateway;

    public AgreementQuery(Merchants merchants, Gateway gateway) {
        this.merchants = merchants;
        this.gateway = gateway;
    }

    /** Signs the question about a claimed agreement. */
    public Question ask(Due due) {
        Agreement agreement = due.agreement();
        return new Question(
                due, gateway.call(merchants.get(agreement.key().merchant()), METHOD, bizContent(agreement), Map.of()));
    }

    /** What is in force has a number of its own; Alipay ignores everything beside it. */
    static boolean asksByNumber(Agreement agreement) {
        return agreement.state() == State.SIGNED && !agreement.agreementNo().isEmpty();
    }

    /** What is absent is left out: Alipay refuses empty values. */
    private static Map<String, String> bizContent(Agreement agreement) {
        if (asksByNumber(agreement)) {
            return Map.of("agreement_no", agreement.agreementNo());
        }
        Map<String, String> biz = new TreeMap<>(Map.of(
                "personal_product_code",
                agreement.product(),
                "external_agreement_no",
                agreement.key().externalAgreementNo()));
        if (!agreement.scene().isEmpty()) {
            biz.put("sign_scene", agreement.scene());
        }
        return biz;
    }
}
