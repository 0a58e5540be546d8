package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paysign.process.Books.Outcome;
import org.paysign.process.Books.Receipt;

/** Whether the books agree with the orders, with what arrived and with Alipay: nothing lost, double or invented. */
record Reckoning(Books books, List<Order> orders) {

    /** All of it. */
    void balances(List<Receipt> receipts) {
        assertRepliesAreTheSame();
        assertEveryAgreementEnded();
        assertEveryOutcomeArrived(receipts);
        assertSignedIsWhatAlipayKnows();
    }

    private void assertRepliesAreTheSame() {
        Map<String, String> stored = books.replies();
        assertThat(stored).hasSize(orders.size());
        assertThat(orders).allSatisfy(order -> assertThat(Set.copyOf(order.replies()))
                .as("replies to %s", order)
                .containsExactly(stored.get(order.requestId())));
    }

    private void assertEveryAgreementEnded() {
        Map<String, String> states = books.states();
        Map<String, List<Outcome>> told = books.outcomes().stream().collect(Collectors.groupingBy(Outcome::number));
        assertThat(states.keySet())
                .isEqualTo(orders.stream().map(Order::externalAgreementNo).collect(Collectors.toSet()));
        assertThat(told.keySet()).isEqualTo(states.keySet());
        assertThat(orders).allSatisfy(order -> {
            String number = order.externalAgreementNo();
            assertThat(states.get(number))
                    .as("state of %s after %s", order, books.signals(number))
                    .isIn("SIGNED", "FAILED", "CANCELLED");
            assertThat(told.get(number))
                    .as("outcomes of %s after %s", order, books.signals(number))
                    .singleElement()
                    .satisfies(outcome -> {
                        assertThat(outcome.version()).isEqualTo(1);
                        assertThat(outcome.status()).isEqualTo("DELIVERED");
                        assertThat(outcome.target()).isIn(order.act().endpoints(order.resultStatus()));
                    });
        });
    }

    /** As often as it takes, but one outcome an agreement, under one id, with the same bytes, at one endpoint. */
    private void assertEveryOutcomeArrived(List<Receipt> receipts) {
        Map<String, Receipt> written = books.outcomes().stream()
                .map(outcome -> new Receipt(outcome.id(), outcome.number(), outcome.target(), outcome.body()))
                .collect(Collectors.toMap(Receipt::number, Function.identity()));
        Map<String, Set<Receipt>> arrived =
                receipts.stream().collect(Collectors.groupingBy(Receipt::number, Collectors.toSet()));
        assertThat(arrived.keySet()).isEqualTo(written.keySet());
        assertThat(arrived).allSatisfy((number, same) -> assertThat(same).containsExactly(written.get(number)));
    }

    private void assertSignedIsWhatAlipayKnows() {
        assertThat(books.states().entrySet().stream()
                        .filter(agreement -> agreement.getValue().equals("SIGNED"))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .isEqualTo(books.inForce());
    }
}
