package org.paysign.agreement;

/** What a phone says happened, unproven. Which resultStatus claims what is decided in the route. */
public enum Claim {
    SIGNED,
    UNKNOWN,
    FAILED,
    CANCELLED
}
