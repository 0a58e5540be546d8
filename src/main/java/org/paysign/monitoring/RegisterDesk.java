package org.paysign.monitoring;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.paysign.agreement.AgreementKey;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;
import org.paysign.store.Adoption;
import org.paysign.store.Journal;
import org.paysign.store.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers through {@link RegisterMXBean}; safe for use by several threads. */
public final class RegisterDesk implements RegisterMXBean {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterDesk.class);
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_ADOPTED = 500;
    /** As for a sign request. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private static final Pattern PRODUCT = Pattern.compile("[A-Z0-9_]{1,64}");
    private static final Pattern SCENE = Pattern.compile("[A-Z0-9_|]{1,64}");

    private final Journal journal;
    private final Adoption adoption;
    private final Merchants merchants;

    public RegisterDesk(Journal journal, Adoption adoption, Merchants merchants) {
        this.journal = journal;
        this.adoption = adoption;
        this.merchants = merchants;
    }

    @Override
    public long getLastEntry() {
        return answered(journal::last);
    }

    @Override
    public List<Entry> entriesAfter(long number, int most) {
        return answered(() -> journal.after(number, Math.max(0, Math.min(most, MOST_ENTRIES))).stream()
                .map(Shown::new)
                .map(Entry.class::cast)
                .toList());
    }

    @Override
    public List<String> adopt(
            String merchant, List<String> externalAgreementNos, String personalProductCode, String signScene) {
        Merchant profile = merchants
                .find(merchant)
                .orElseThrow(() -> new IllegalArgumentException("No profile has this merchant's name"));
        if (externalAgreementNos.size() > MOST_ADOPTED) {
            throw new IllegalArgumentException("More than " + MOST_ADOPTED + " numbers: send them in parts");
        }
        if (!PRODUCT.matcher(personalProductCode).matches()
                || !SCENE.matcher(signScene).matches()) {
            throw new IllegalArgumentException(
                    "personalProductCode and signScene are 1-64 of A-Z 0-9 _ as in the sign request");
        }
        String who = Caller.name();
        List<String> words = answered(() -> externalAgreementNos.stream()
                .map(number -> adopt(profile, number, personalProductCode, signScene))
                .toList());
        LOG.info(
                "Operator {} ordered adopt for {}: {} of {} numbers are new",
                who,
                profile.name(),
                words.stream().filter("adopted"::equals).count(),
                words.size());
        return words;
    }

    /** What is thrown here goes to a console that knows Java's own classes only. */
    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException broken) {
            LOG.debug("The register does not answer", broken);
            throw new IllegalStateException("The database does not answer ("
                    + broken.getClass().getSimpleName() + "): repeat it, what is done stays done");
        }
    }

    private String adopt(Merchant profile, String number, String product, String scene) {
        if (!NUMBER.matcher(number).matches()) {
            return "external_agreement_no must be 1-32 of A-Z a-z 0-9 _ -";
        }
        AgreementKey key = new AgreementKey(profile.name(), number);
        return adoption.adopt(key, profile.appId(), product, scene) ? "adopted" : "known";
    }

    /** As JMX wants to read it. */
    private record Shown(JournalEntry entry) implements Entry {
        @Override
        public long getNumber() {
            return entry.number();
        }

        @Override
        public String getAt() {
            return entry.at().toString();
        }

        @Override
        public String getMerchant() {
            return entry.key().merchant();
        }

        @Override
        public String getExternalAgreementNo() {
            return entry.key().externalAgreementNo();
        }

        @Override
        public String getRequestId() {
            return entry.requestId();
        }

        @Override
        public String getHeard() {
            return entry.heard();
        }

        @Override
        public String getState() {
            return entry.state();
        }

        @Override
        public int getVersion() {
            return entry.version();
        }
    }
}
