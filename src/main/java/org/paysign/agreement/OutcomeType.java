package org.paysign.agreement;

/** What a merchant is told, and at which of its endpoints. */
public enum OutcomeType {
    SIGNED("agreement.signed", "success"),
    RETRY("agreement.retry", "retry"),
    CANCELLED("agreement.cancelled", "cancel"),
    ENDED("agreement.ended", "ended");

    private final String type;
    private final String target;

    OutcomeType(String type, String target) {
        this.type = type;
        this.target = target;
    }

    /** The outcome of a state the merchant is told about. */
    public static OutcomeType of(State state) {
        return switch (state) {
            case SIGNED -> SIGNED;
            case FAILED -> RETRY;
            case CANCELLED -> CANCELLED;
            case ENDED -> ENDED;
            case ISSUED, UNKNOWN -> throw new IllegalArgumentException(state + " has no outcome");
        };
    }

    /** The {@code type} of the outcome's body. */
    public String type() {
        return type;
    }

    /** The endpoint's name in the configuration: {@code success}, {@code retry}, {@code cancel} or {@code ended}. */
    public String target() {
        return target;
    }
}
