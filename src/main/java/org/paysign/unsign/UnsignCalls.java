package org.paysign.unsign;

import java.util.Map;
import org.paysign.gateway.Gateway;
import org.paysign.gateway.GatewayCall;

/**
 * Writes the call that ends an agreement; safe for use by several threads.
 *
 * @see <a href="https://opendocs.alipay.com/open/b841da1f_alipay.user.agreement.unsign">alipay.user.agreement.unsign</a>
 */
public final class UnsignCalls {

    private static final String METHOD = "alipay.user.agreement.unsign";

    private final Gateway gateway;

    public UnsignCalls(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Signs the call; by Alipay's own number, so that it can end no other agreement. */
    public GatewayCall write(UnsignRequest request) {
        return gateway.call(
                request.merchant(),
                METHOD,
                Map.of("agreement_no", request.agreementNo()),
                Map.of("notify_url", request.merchant().notifyUrl().orElse("")));
    }
}
