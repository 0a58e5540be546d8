package org.paysign.monitoring;

import java.util.Map;

/** What {@code org.paysign:type=Merchant,name=...} offers: one merchant's keys and agreements. */
@Described("One merchant: its keys and its agreements.")
public interface MerchantMXBean {

    @Described("The app_id of the merchant's application.")
    String getAppId();

    @Described("How requests are signed.")
    String getSignType();

    @Described("Where Alipay is asked.")
    String getGateway();

    @Described(
            "When each certificate ends, by the key of the profile that names its file; empty with bare keys, which do not end.")
    Map<String, String> getCertificateEnds();

    @Described("Days until the first certificate ends, negative if it has; a million with bare keys, which do not end.")
    long getDaysLeft();

    @Described("The merchant's agreements by state.")
    Map<String, Long> getAgreements();
}
