package org.paysign.sandbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the check of a signed request came to. */
sealed interface Verdict {

    /** Without an application there is no key to sign an answer with. */
    @Nullable
    FakeApp app();

    record Accepted(FakeApp app, Map<String, String> params, Instant timestamp) implements Verdict {
        String param(String name) {
            return params.getOrDefault(name, "");
        }
    }

    record Refused(@Nullable FakeApp app, Refusal why) implements Verdict {}
}
