package org.paysign.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A notice as Alipay keeps it until it is answered: {@code fields} is the JSON object of what every send of it says,
 * {@code wantedSends} how often it is sent at least, {@code dueAt} the next send in milliseconds of the epoch, null when
 * there is none.
 */
record Notice(
        String notifyId,
        String appId,
        String type,
        @Nullable String externalAgreementNo,
        String url,
        String fields,
        boolean forged,
        int wantedSends,
        int attempts,
        boolean answeredSuccess,
        @Nullable String lastAnswer,
        @Nullable Long dueAt) {

    static final String NOT_HERE = "refused: not on this machine";
}
