package org.paysign.query;

import org.paysign.http.PostEndpoint;
import org.paysign.merchant.Merchant;
import org.paysign.store.Due;

/** A signed question on its way to the merchant's gateway. */
public record Question(Due due, Merchant merchant, String form) {

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
        return "Question[" + due.agreement().id() + "]";
    }
}
