package org.paysign.cli;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.paysign.broker.BrokerUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code paysign send}: puts a request into its queue, as a merchant's back end would, and prints the reply. */
@Command(
        name = "send",
        description = {
            "Sends a message to one of PaySign's queues as it is, and prints the reply to a request.",
            "It takes the broker of the configuration, as paysign.operator.user. The message comes from a file or from"
                    + " stdin; a repeated requestId with the same content gets the same reply."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:replied to, or sent where no reply comes",
            "1:the reply is an error, or none came in time",
            "2:wrong usage, or the broker was not reached"
        })
final class SendCommand implements Callable<Integer> {

    /** What PaySign takes. */
    private static final int MAX_BYTES = 64 * 1024;

    enum To {
        request("paysign.queue.sign-request"),
        unsign("paysign.queue.unsign-request"),
        result("paysign.queue.sign-result");

        private final String key;

        To(String key) {
            this.key = key;
        }
    }

    @Mixin
    private Running running = new Running();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "the message; - or nothing for stdin")
    private Path file = Path.of("-");

    @Option(
            names = "--to",
            paramLabel = "QUEUE",
            description = "request, unsign or result (default: ${DEFAULT-VALUE}); a result gets no reply")
    private To to = To.request;

    @Option(names = "--wait", paramLabel = "SECONDS", description = "for the reply at most (default: ${DEFAULT-VALUE})")
    private int seconds = 15;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws JMSException {
        UnaryOperator<String> keys = running.keys();
        String text = text();
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(
                        url(keys), keys.apply("paysign.operator.user"), keys.apply("paysign.operator.password"));
                JMSContext jms = broker.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            Queue queue = jms.createQueue(keys.apply(to.key));
            return to == To.result ? send(jms, queue, text) : ask(jms, queue, text);
        } catch (JMSRuntimeException refused) {
            throw new IllegalStateException("The broker does not take the message ("
                    + refused.getClass().getSimpleName()
                    + "): are paysign.broker.url and paysign.operator.user right, and"
                    + " may that user send to " + keys.apply(to.key) + "?");
        }
    }

    private int send(JMSContext jms, Queue queue, String text) {
        jms.createProducer().send(queue, text);
        print("{\"sent\":true}");
        return ExitCode.OK;
    }

    /** The reply comes to a queue that is gone afterwards: nobody else's replies are touched. */
    private int ask(JMSContext jms, Queue queue, String text) throws JMSException {
        Queue replies = jms.createTemporaryQueue();
        String correlation = UUID.randomUUID().toString();
        TextMessage request = jms.createTextMessage(text);
        request.setJMSReplyTo(replies);
        request.setJMSCorrelationID(correlation);
        try (JMSConsumer consumer = jms.createConsumer(replies)) {
            jms.createProducer().send(queue, request);
            Message reply = consumer.receive(Math.max(1, seconds) * 1_000L);
            if (reply == null) {
                throw new NoReply(
                        "No reply within " + seconds + " s: the request is in the queue, and the same message sent"
                                + " again gets the same reply; is PaySign running, or is the message parked (paysign status)?");
            }
            String body = reply.getBody(String.class);
            print(body);
            return body.contains("\"error\":{") ? ExitCode.SOFTWARE : ExitCode.OK;
        } catch (NoReply none) {
            Objects.requireNonNull(spec).commandLine().getErr().println(none.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private String url(UnaryOperator<String> keys) {
        String url = keys.apply("paysign.broker.url");
        return url.startsWith("vm:")
                ? "tcp://127.0.0.1:" + keys.apply("paysign.sandbox.broker.port")
                : BrokerUrl.safe(url, Boolean.parseBoolean(keys.apply("paysign.broker.plain-allowed")));
    }

    private String text() {
        boolean stdin = file.toString().equals("-");
        try (InputStream in = stdin ? System.in : Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalStateException("The message is larger than 64 KiB, which PaySign would not take");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new IllegalStateException("The message is not in UTF-8");
        } catch (IOException unreadable) {
            throw new IllegalStateException("The file cannot be read: give the path of a file, or - for stdin");
        }
    }

    private void print(String text) {
        Objects.requireNonNull(spec).commandLine().getOut().println(text);
        Objects.requireNonNull(spec).commandLine().getOut().flush();
    }

    /** Is no wrong usage. */
    private static final class NoReply extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoReply(String sentence) {
            super(sentence);
        }
    }
}
