package org.paysign.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Signers;
import org.paysign.signature.SignedForm;

/** Signs calls of the gateway; safe for use by several threads. */
public final class Gateway {

    private final Signers signers;
    private final ObjectMapper json;
    private final Clock clock;

    public Gateway(Signers signers, ObjectMapper json, Clock clock) {
        this.signers = signers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Signs a call.
     *
     * @param biz what becomes {@code biz_content}; what is absent has to be left out, for Alipay refuses empty values
     * @param more parameters of this method beside the common ones; blank ones are left out
     */
    public GatewayCall call(Merchant merchant, String method, Map<String, String> biz, Map<String, String> more) {
        Map<String, String> parameters = merchant.parameters(method, clock.instant(), text(biz));
        parameters.putAll(more);
        SignedForm form = SignedForm.of(parameters, merchant.charset(), signers.signer(merchant));
        return new GatewayCall(merchant, form.encodedWithout("charset"));
    }

    private String text(Map<String, String> biz) {
        try {
            return json.writeValueAsString(biz);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A call of Alipay cannot be written: report this as a defect");
        }
    }
}
