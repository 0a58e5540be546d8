package org.paysign.store;

/**
 * What names an unsign request.
 *
 * @param digest of its content as it came, to tell a repeat from a conflict
 */
public record UnsignKey(String merchant, String requestId, String digest) {}
