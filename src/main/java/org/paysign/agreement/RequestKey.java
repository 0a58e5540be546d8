package org.paysign.agreement;

/** What names a sign request: the merchant's profile and the requestId. */
public record RequestKey(String merchant, String requestId) {}
