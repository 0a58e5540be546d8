package org.paysign.store;

import org.paysign.agreement.AgreementKey;

/** Takes over agreements that PaySign has not issued. Safe for use by several threads and instances. */
public interface Adoption {

    /** What stands as requestId of a sign request that PaySign has not seen. */
    String REQUEST = "imported";

    /**
     * Stores an agreement as UNKNOWN, its time to sign over, so that Alipay is asked and decides. One transaction.
     *
     * @return false if the merchant has an agreement of this number already, which is left as it is
     */
    boolean adopt(AgreementKey key, String appId, String product, String scene);
}
