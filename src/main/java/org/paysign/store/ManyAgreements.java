package org.paysign.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.paysign.agreement.RequestKey;

/**
 * {@link Agreements} for messages that come together. What is written is in one database transaction as far as it can be,
 * all is committed when a method returns, and what fails fails by itself; safe for use by several threads and instances.
 */
public interface ManyAgreements {

    /** Finds the answers of earlier deliveries; requests that are new are not in it. */
    Map<RequestKey, Answered> answered(Collection<RequestKey> requests);

    /** Finds the agreements of requests, in the rounds of those requests. */
    Map<RequestKey, Agreement> findByRequests(Collection<RequestKey> requests);

    /** Stores requests with their answers, or finds the answers of earlier deliveries; in the order of the requests. */
    List<CompletableFuture<Remembered>> rememberAll(List<NewRequest> requests);

    /**
     * Adds signals, each as {@link Agreements#record} does; in their order true, or the failure.
     */
    List<CompletableFuture<Boolean>> recordAll(List<Word> words);

    /** The answer of an earlier delivery of one request, or the conflict with it. */
    default Optional<Remembered> recall(String merchant, String requestId, String digest) {
        RequestKey key = new RequestKey(merchant, requestId);
        return Optional.ofNullable(answered(List.of(key)).get(key)).map(earlier -> earlier.to(digest));
    }

    /** The agreement of one request. */
    default Optional<Agreement> findByRequest(String merchant, String requestId) {
        RequestKey key = new RequestKey(merchant, requestId);
        return Optional.ofNullable(findByRequests(List.of(key)).get(key));
    }

    /** Stores one request. */
    default Remembered remember(NewRequest request) {
        try {
            return rememberAll(List.of(request)).get(0).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
