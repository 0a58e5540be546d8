package org.paysign.monitoring;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.paysign.agreement.AgreementKey;
import org.paysign.http.HttpFailure;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;
import org.paysign.query.Answer;
import org.paysign.store.Agreement;
import org.paysign.store.Agreements;
import org.paysign.store.Claiming;
import org.paysign.store.Due;
import org.paysign.store.Questions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Alipay about one agreement because an operator wants to know now; by the route that always asks. */
public final class Inquiry implements CamelContextAware, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);
    /** A little more than the gateway's time-outs. */
    private static final long PATIENCE_SECONDS = 25;

    private static final int HANDS = 4;
    private static final String ROUTE = "direct:ask-alipay";

    private final Merchants merchants;
    private final Agreements agreements;
    private final Questions questions;
    private final Claiming claiming;
    private final ExecutorService workers = Executors.newFixedThreadPool(HANDS, work -> {
        Thread thread = new Thread(work, "inquiry");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable CamelContext camel;

    public Inquiry(Merchants merchants, Agreements agreements, Questions questions, Claiming claiming) {
        this.merchants = merchants;
        this.agreements = agreements;
        this.questions = questions;
        this.claiming = claiming;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camel;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.camel = context;
    }

    /** Asks, lets the answer decide, and says what came of it. */
    String query(String merchant, String externalAgreementNo) {
        Optional<Merchant> profile = merchants.find(merchant);
        if (profile.isEmpty()) {
            return "No profile has this merchant's name.";
        }
        AgreementKey key = new AgreementKey(profile.get().name(), externalAgreementNo);
        String who = Caller.name();
        String sentence = answer(workers.submit(() -> ask(key)));
        LOG.info("Operator {} ordered query: {}", who, sentence);
        return sentence;
    }

    /** What is thrown here goes to a console that knows Java's own classes only. */
    private static String answer(Future<String> question) {
        try {
            return question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            return "No answer within " + PATIENCE_SECONDS + " seconds; the question goes on by itself.";
        } catch (ExecutionException broken) {
            LOG.debug("The question failed", broken);
            Throwable why = broken.getCause() == null ? broken : broken.getCause();
            return "Nothing was asked (" + why.getClass().getSimpleName() + "): is the database there?";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "PaySign is stopping.";
        }
    }

    private String ask(AgreementKey key) {
        Optional<Agreement> before = agreements.find(key);
        if (before.isEmpty()) {
            return "The merchant has no agreement of this number.";
        }
        Agreement agreement = before.get();
        Optional<Due> due = questions.claimNow(key, claiming.lease());
        if (due.isEmpty()) {
            return "Agreement " + agreement.id() + " is being asked about at this moment: look again in a few seconds.";
        }
        String heard = hear(due.get());
        return "Agreement " + agreement.id() + " was " + agreement.state() + ". " + heard + " It is "
                + agreements.find(key).map(now -> now.state().name()).orElse("gone") + " now.";
    }

    private String hear(Due due) {
        if (camel == null) {
            throw new IllegalStateException("PaySign is not started yet");
        }
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            Exchange exchange =
                    template.send(ROUTE, question -> question.getMessage().setBody(due));
            Exception failure = exchange.getException() == null
                    ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)
                    : exchange.getException();
            return exchange.getMessage().getBody() instanceof Answer answer && failure == null
                    ? "Alipay answered: " + answer.note() + meaning(answer.kind())
                    : "No answer came (" + (failure == null ? "unknown" : HttpFailure.note(failure))
                            + "): it is asked again by itself.";
        } catch (IOException unclosed) {
            throw new IllegalStateException("The question was not ended: look at the agreement again", unclosed);
        }
    }

    private static String meaning(Answer.Kind kind) {
        return switch (kind) {
            case KNOWN -> ", which decides.";
            case STANDS -> ", still in force.";
            case LATER -> ", which decides nothing: it is asked again by itself.";
            case SLOWER -> ", which asks for fewer calls: nobody asks for this merchant for a while.";
            case PERSON -> ": somebody has to mend that; it is asked again in the longest gaps.";
        };
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
