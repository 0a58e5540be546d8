package org.paysign.broker;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paysign.merchant.MerchantDirectory;
import org.paysign.outcome.OutcomeTargets;

/**
 * The queues of the configuration.
 *
 * @param read those that PaySign takes messages from
 * @param written those that it sends to
 */
public record Needs(Set<String> read, Set<String> written) {

    /** An outcome that goes to a queue of the same broker. */
    private static final Pattern JMS_QUEUE = Pattern.compile("jms:(?://)?(?:queue:)?(?!topic:|temp-)([^?]+)(?:\\?.*)?");

    public Needs {
        read = Set.copyOf(read);
        written = Set.copyOf(written);
    }

    /**
     * Collects them.
     *
     * @param read names separated by commas
     * @param written likewise
     * @param outcomes where outcomes go; endpoints that are no {@code jms:} are none of the broker's business
     * @param merchants who may have endpoints of their own
     */
    public static Needs of(String read, String written, OutcomeTargets outcomes, MerchantDirectory merchants) {
        Stream<String> own = merchants.all().stream().flatMap(merchant -> merchant.outcomes().values().stream());
        Stream<String> told = Stream.concat(outcomes.uris().values().stream(), own)
                .map(JMS_QUEUE::matcher)
                .filter(uri -> uri.matches())
                .map(uri -> uri.group(1));
        return new Needs(
                names(read).collect(Collectors.toSet()),
                Stream.concat(names(written), told).collect(Collectors.toSet()));
    }

    private static Stream<String> names(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::trim);
    }

    /** All of them, in the order of the alphabet. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(read);
        all.addAll(written);
        return all;
    }

    @Override
    public String toString() {
        return "Needs[]";
    }
}
