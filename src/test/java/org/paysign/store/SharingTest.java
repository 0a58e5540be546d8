package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class SharingTest {

    @Test
    void triesNoFurtherOnceThereIsNoDatabase() {
        List<String> tried = new ArrayList<>();
        Sharing<String, String> sharing = new Sharing<>(
                all -> {
                    throw new IllegalStateException("the connection broke");
                },
                one -> {
                    tried.add(one);
                    throw new CannotCreateTransactionException("none");
                });

        List<CompletableFuture<String>> results = sharing.all(List.of("a", "b", "c"), one -> one);

        assertThat(results).hasSize(3).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(tried).containsExactly("a");
    }
}
