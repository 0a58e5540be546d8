package org.paysign.store;

/** Genuine notices that decide nothing. */
public interface Notices {

    /** Keeps that a notice came; a repeat changes nothing. Longer words than Alipay's are cut. */
    void keep(String merchant, String notifyId, String type);
}
