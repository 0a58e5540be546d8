package org.paysign.sandbox;

/** What the customer sees after {@code my.paySignCenter}: Alipay's signing page, or that Alipay refuses. */
sealed interface Opened {

    record Page(Verdict.Accepted request, PageSign content) implements Opened {}

    record Refused(Verdict.Refused verdict) implements Opened {}
}
