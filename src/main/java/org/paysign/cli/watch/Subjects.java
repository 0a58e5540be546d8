package org.paysign.cli.watch;

import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;
import org.paysign.json.RawObject;
import org.paysign.store.Delivery;
import org.paysign.store.Due;

/** Which agreement an exchange is about when it comes into a route, and what it carries; changes neither. */
final class Subjects {

    private static final Pattern IN_FORM =
            Pattern.compile("(?:^|&)external_agreement_no=([A-Za-z0-9_.-]{1,64})(?:&|$)");

    private Subjects() {}

    static Optional<String> number(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Due due) {
            return Optional.of(due.agreement().key().externalAgreementNo());
        }
        if (body instanceof StreamCache) {
            return text(exchange).flatMap(Subjects::inForm);
        }
        return text(exchange)
                .flatMap(Subjects::inJson)
                .or(() -> Optional.ofNullable(exchange.getMessage().getHeader("JMSCorrelationID", String.class)));
    }

    /** What it carries, if that is text. */
    static Optional<String> text(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Delivery delivery) {
            return Optional.of(delivery.body());
        }
        if (body instanceof TextMessage message) {
            return Optional.ofNullable(read(message));
        }
        if (body instanceof StreamCache form) {
            return Optional.of(read(form));
        }
        return body instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> inJson(String text) {
        Optional<RawObject> message = RawObject.parse(text);
        return message.flatMap(object -> object.string("externalAgreementNo"))
                .or(() -> message.flatMap(object -> object.raw("bizContent"))
                        .flatMap(RawObject::parse)
                        .flatMap(content -> content.string("external_agreement_no")));
    }

    private static Optional<String> inForm(String form) {
        return IN_FORM.matcher(form).results().map(found -> found.group(1)).findFirst();
    }

    private static @Nullable String read(TextMessage message) {
        try {
            return message.getText();
        } catch (JMSException unreadable) {
            return null;
        }
    }

    private static String read(StreamCache form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            form.writeTo(bytes);
        } catch (IOException broken) {
            return "";
        } finally {
            form.reset();
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
