package org.paysign.routes;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A message that no queue of PaySign can process, and the reason it is parked with. */
record BadMessage(String name, String reason, Maker maker) {

    /** Personal things that may turn up nowhere but in the parked message itself. */
    static final String PHONE = "13900001111";

    static final String NAME = "Zhang-San-张三";
    static final List<String> CANARIES = List.of(PHONE, "Zhang-San", "张三");

    private static final String PERSONAL = "{\"requestId\":\"o-1\",\"who\":\"" + NAME + "\",\"tel\":\"" + PHONE + "\"";
    private static final int LIMIT = 64 * 1024;

    /** Makes the message. */
    interface Maker {
        Message make(JMSContext jms) throws JMSException;
    }

    static Stream<BadMessage> all() {
        return Stream.concat(bodies(), others());
    }

    private static Stream<BadMessage> bodies() {
        return Stream.of(
                text("words", "unreadable", NAME + " " + PHONE),
                text("half an object", "unreadable", PERSONAL),
                text("trailing text", "unreadable", PERSONAL + "} " + PHONE),
                text("two objects", "unreadable", PERSONAL + "}" + PERSONAL + "}"),
                text("a key twice", "unreadable", PERSONAL + ",\"tel\":\"" + PHONE + "\"}"),
                text("a key twice below", "unreadable", PERSONAL + ",\"x\":{\"tel\":\"1\",\"tel\":\"" + PHONE + "\"}}"),
                text(
                        "10,000 levels",
                        "unreadable",
                        PERSONAL + ",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
                text("a comment", "unreadable", "/* " + PHONE + " */ " + PERSONAL + "}"),
                text("single quotes", "unreadable", "{'tel':'" + PHONE + "'}"),
                text("no number", "unreadable", "{\"tel\":NaN" + PHONE + "}"),
                text("empty text", "unreadable", ""),
                text("blank text", "unreadable", " \r\n\t"),
                text("a mark at the start", "unreadable", "\uFEFF" + PERSONAL + "}"),
                text("a byte too many", "too_large", filled(LIMIT + 1)),
                text("characters of three bytes", "too_large", filled(LIMIT / 2) + "三".repeat(LIMIT / 4)),
                text("200 KiB", "too_large", filled(200 * 1024)),
                text("2 MiB", "too_large", filled(2 * 1024 * 1024)),
                new BadMessage("no text", "unreadable", JMSContext::createTextMessage),
                bytes("not UTF-8", "unreadable", notUtf8()),
                bytes("UTF-16", "unreadable", (PERSONAL + "}").getBytes(UTF_16)),
                bytes("UTF-16 without a mark", "unreadable", (PERSONAL + "}").getBytes(UTF_16LE)),
                bytes("no bytes", "unreadable", new byte[0]),
                bytes("blank bytes", "unreadable", "  ".getBytes(UTF_8)),
                bytes("one byte too many", "too_large", filled(LIMIT + 1).getBytes(UTF_8)),
                bytes("200 KiB of bytes", "too_large", filled(200 * 1024).getBytes(UTF_8)),
                bytes("2 MiB of bytes", "too_large", filled(2 * 1024 * 1024).getBytes(UTF_8)));
    }

    private static Stream<BadMessage> others() {
        return Stream.of(
                new BadMessage("an object message", "unreadable", jms -> jms.createObjectMessage(NAME + PHONE)),
                new BadMessage("an empty object message", "unreadable", JMSContext::createObjectMessage),
                new BadMessage("a large object message", "unreadable", jms -> jms.createObjectMessage(filled(300_000))),
                new BadMessage("a map message", "unreadable", jms -> {
                    MapMessage map = jms.createMapMessage();
                    map.setString("tel", PHONE);
                    map.setBytes("who", NAME.getBytes(UTF_8));
                    return map;
                }),
                new BadMessage("a stream message", "unreadable", jms -> {
                    StreamMessage stream = jms.createStreamMessage();
                    stream.writeString(PHONE);
                    stream.writeLong(7);
                    return stream;
                }),
                new BadMessage("a message without a body", "unreadable", JMSContext::createMessage));
    }

    private static BadMessage text(String name, String reason, String body) {
        return new BadMessage(name, reason, jms -> jms.createTextMessage(body));
    }

    private static BadMessage bytes(String name, String reason, byte[] body) {
        return new BadMessage(name, reason, jms -> bytes(jms, body));
    }

    static Message bytes(JMSContext jms, byte[] body) {
        try {
            BytesMessage message = jms.createBytesMessage();
            message.writeBytes(body);
            return message;
        } catch (JMSException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** An object with personal things, of so many bytes. */
    private static String filled(int bytes) {
        String start = PERSONAL + ",\"pad\":\"";
        return start + "x".repeat(bytes - start.getBytes(UTF_8).length - 2) + "\"}";
    }

    private static byte[] notUtf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PERSONAL.getBytes(UTF_8));
        bytes.write(0xFF);
        bytes.writeBytes("\"}".getBytes(UTF_8));
        return bytes.toByteArray();
    }

    /** The body in a form that can be compared. */
    static Object content(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return String.valueOf(text.getText());
        }
        if (message instanceof BytesMessage bytes) {
            bytes.reset();
            byte[] body = new byte[(int) bytes.getBodyLength()];
            bytes.readBytes(body);
            return List.of(body.length, new String(body, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        if (message instanceof ObjectMessage object) {
            return String.valueOf(object.getObject());
        }
        if (message instanceof MapMessage map) {
            return entries(map);
        }
        return message instanceof StreamMessage stream ? values(stream) : "";
    }

    private static Map<String, String> entries(MapMessage map) throws JMSException {
        Map<String, String> entries = new TreeMap<>();
        Enumeration<?> names = map.getMapNames();
        while (names.hasMoreElements()) {
            String name = String.valueOf(names.nextElement());
            Object value = map.getObject(name);
            entries.put(name, value instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(value));
        }
        return entries;
    }

    private static List<Object> values(StreamMessage stream) throws JMSException {
        stream.reset();
        List<Object> values = new ArrayList<>();
        values.add(stream.readObject());
        values.add(stream.readObject());
        return values;
    }

    @Override
    public String toString() {
        return name;
    }
}
