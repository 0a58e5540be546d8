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
            List<Outcome> outcomes = told.get(number);
            assertThat(outcomes)
                    .as("outcomes of %s after %s", order, books.signals(number))
                    .allSatisfy(outcome -> assertThat(outcome.status()).isEqualTo("DELIVERED"))
                    .extracting(outcome -> outcome.version() + " " + outcome.target())
                    .isIn(possible(order));
        });
    }

    /** One outcome, but a customer who comes when the time is over may be given up before. */
    private static List<List<String>> possible(Order order) {
        List<String> one = List.of("1 " + order.lastEndpoint());
        return order.act().isLate(order.resultStatus())
                ? List.of(one, List.of("1 cancel", "2 " + order.lastEndpoint()))
                : List.of(one);
    }

    /** As often as it takes, but each outcome under one id, with the same bytes, at one endpoint. */
    private void assertEveryOutcomeArrived(List<Receipt> receipts) {
        Map<String, Receipt> written = books.outcomes().stream()
                .map(outcome -> new Receipt(outcome.id(), outcome.number(), outcome.target(), outcome.body()))
                .collect(Collectors.toMap(Receipt::id, Function.identity()));
        Map<String, Set<Receipt>> arrived =
                receipts.stream().collect(Collectors.groupingBy(Receipt::id, Collectors.toSet()));
        assertThat(arrived.keySet()).isEqualTo(written.keySet());
        assertThat(arrived).allSatisfy((id, same) -> assertThat(same).containsExactly(written.get(id)));
    }

    private void assertSignedIsWhatAlipayKnows() {
        assertThat(books.states().entrySet().stream()
                        .filter(agreement -> agreement.getValue().equals("SIGNED"))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .isEqualTo(books.inForce());
    }
}
