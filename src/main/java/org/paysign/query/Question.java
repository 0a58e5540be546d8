package org.paysign.query;

import org.paysign.gateway.GatewayCall;
import org.paysign.merchant.Merchant;
import org.paysign.store.Due;

/** A signed question on its way to the merchant's gateway. */
public record Question(Due due, GatewayCall call) {

    Merchant merchant() {
        return call.merchant();
    }
}
