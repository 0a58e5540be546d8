package org.paysign.unsign;

/**
 * Alipay has not said whether the agreement has ended, so that it has to be asked again; the message stays on its queue.
 * Holds Alipay's codes at most.
 */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswer(String why) {
        super("Alipay did not say whether the agreement is unsigned: " + why, null, false, false);
    }
}
