package org.paysign.store;

import java.util.Set;

/**
 * A claimed question: this instance, and no other, may ask Alipay about the agreement until the lease ends.
 *
 * @param fence proves the claim when the answer is stored
 * @param attempts how often it was asked since it last changed, this time included
 * @param reported the resultStatus codes and agreement_nos known of this round when it was claimed
 * @param windowClosed whether the time to sign was over when it was claimed
 * @param expired whether the time that the agreement is valid was over when it was claimed
 */
public record Due(
        Agreement agreement, long fence, int attempts, Set<String> reported, boolean windowClosed, boolean expired) {
    public Due {
        reported = Set.copyOf(reported);
    }
}
