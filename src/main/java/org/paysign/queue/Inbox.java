package org.paysign.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the text of a message within the limits of the contract; stateless. */
public final class Inbox {

    /** The largest body in bytes. */
    static final int MAX_BYTES = 64 * 1024;

    /**
     * Reads a TextMessage or a BytesMessage in UTF-8.
     *
     * @throws Unprocessable with {@code too_large} or {@code unreadable}
     */
    public String read(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return read(text);
        }
        if (message instanceof BytesMessage bytes) {
            return read(bytes);
        }
        throw new Unprocessable("unreadable", "Only TextMessage and BytesMessage are taken on this queue.");
    }

    private static String read(TextMessage message) throws JMSException {
        String text = message.getText();
        if (text == null || text.isBlank()) {
            throw empty();
        }
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw tooLarge();
        }
        return text;
    }

    private static String read(BytesMessage message) throws JMSException {
        long length = message.getBodyLength();
        if (length > MAX_BYTES) {
            throw tooLarge();
        }
        if (length == 0) {
            throw empty();
        }
        byte[] bytes = new byte[(int) length];
        message.reset();
        message.readBytes(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Unprocessable("unreadable", "The body is not UTF-8.");
        }
    }

    private static Unprocessable empty() {
        return new Unprocessable("unreadable", "The body is empty.");
    }

    private static Unprocessable tooLarge() {
        return new Unprocessable("too_large", "The body is larger than 64 KiB.");
    }
}
