package org.paysign.unsign;

/**
 * The agreement has ended, as Alipay has signed.
 *
 * @param reason {@code unsigned}, or Alipay's sub_code if it was over before
 */
record UnsignAnswer(UnsignRequest request, String reason) {}
