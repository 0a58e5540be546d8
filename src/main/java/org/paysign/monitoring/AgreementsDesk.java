package org.paysign.monitoring;

import org.paysign.merchant.MerchantDirectory;

/** Does what an operator asks for through {@link AgreementsMXBean}; safe for use by several threads. */
public final class AgreementsDesk implements AgreementsMXBean {

    private final MerchantDirectory merchants;

    public AgreementsDesk(MerchantDirectory merchants) {
        this.merchants = merchants;
    }

    @Override
    public String reloadMerchants() {
        return merchants.reload().sentence();
    }
}
