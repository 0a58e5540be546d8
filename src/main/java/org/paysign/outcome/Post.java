package org.paysign.outcome;

import java.time.Clock;
import java.util.Map;
import org.paysign.http.PostEndpoint;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;
import org.paysign.store.Delivery;

/** Addresses and signs outcomes; targets come from configuration only. Safe for use by several threads. */
public final class Post {

    private final Merchants merchants;
    private final OutcomeTargets targets;
    private final Clock clock;

    public Post(Merchants merchants, OutcomeTargets targets, Clock clock) {
        this.merchants = merchants;
        this.targets = targets;
        this.clock = clock;
    }

    /** Prepares one try of a claimed outcome. */
    public Letter address(Delivery delivery) {
        Merchant merchant = merchants.get(delivery.merchant());
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        String content = delivery.id() + "." + timestamp + "." + delivery.body();
        String signature =
                merchant.webhooks().map(signer -> "v1," + signer.sign(content)).orElse(null);
        return new Letter(delivery, PostEndpoint.of(endpoint(merchant, delivery.target())), timestamp, signature);
    }

    private String endpoint(Merchant merchant, String target) {
        Map<String, String> own = merchant.outcomes();
        if (own.containsKey(target)) {
            return own.get(target);
        }
        return target.equals("ended") && own.containsKey("cancel") && targets.sharesCancel()
                ? own.get("cancel")
                : String.valueOf(targets.uris().get(target));
    }
}
