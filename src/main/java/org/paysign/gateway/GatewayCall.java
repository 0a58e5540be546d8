package org.paysign.gateway;

import org.paysign.http.PostEndpoint;
import org.paysign.merchant.Merchant;

/** A signed call on its way to the merchant's gateway. */
public record GatewayCall(Merchant merchant, String form) {

    /**
     * Where it goes. The charset stands in the query string, because that is where Alipay looks before it decodes the
     * form; a second one in the form would be a duplicate.
     */
    public String getEndpoint() {
        return PostEndpoint.of(
                merchant.gateway() + "?charset=" + merchant.charset().name());
    }

    /** The form's media type. */
    public String getContentType() {
        return "application/x-www-form-urlencoded;charset=" + merchant.charset().name();
    }

    /** Without the form, which carries a signature. */
    @Override
    public String toString() {
        return "GatewayCall[" + merchant.name() + "]";
    }
}
