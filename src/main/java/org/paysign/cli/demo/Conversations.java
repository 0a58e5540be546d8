package org.paysign.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.TextMessage;

/** Scenarios that end with a reply, or where there can be none. */
final class Conversations {

    /** The first of the profiles that the sandbox ships. */
    static final String MERCHANT = "demo";

    private Conversations() {}

    static ObjectNode request(String id, String merchant, ObjectNode content) {
        ObjectNode request = BackEnd.object().put("requestId", id).put("merchant", merchant);
        request.set("bizContent", content);
        return request;
    }

    private static ObjectNode request(String id) {
        return request(id, MERCHANT, BackEnd.object());
    }

    static Ending poison(BackEnd backEnd, Trail trail) throws Exception {
        String poison = "no JSON: " + trail.id();
        backEnd.send(BackEnd.REQUEST, trail.id(), poison);
        String next = trail.id() + "-next";
        JsonNode reply = BackEnd.read(backEnd.ask(next, request(next)));
        TextMessage parked = backEnd.receive(BackEnd.PARKED, trail.id());
        return Ending.queue(
                BackEnd.PARKED,
                parked.getStringProperty("paysignReason") + " from " + parked.getStringProperty("paysignSource")
                        + (poison.equals(parked.getText()) ? ", byte for byte" : ", changed")
                        + (reply.has("signStr") ? "; the next one was answered" : "; the next one was not answered"));
    }

    /** Without an agreement number of the request's own: one that is generated would differ the second time. */
    static Ending duplicate(BackEnd backEnd, Trail trail) throws Exception {
        String first = backEnd.ask(trail.id(), request(trail.id()));
        String second = backEnd.ask(trail.id(), request(trail.id()));
        return Ending.queue(BackEnd.REPLY, first.equals(second) ? "the same bytes twice" : "two different replies");
    }

    static Ending conflict(BackEnd backEnd, Trail trail) throws Exception {
        backEnd.ask(trail.id(), request(trail.id()));
        ObjectNode other = BackEnd.object().put("external_logon_id", "13852852877");
        return refused(backEnd.ask(trail.id(), request(trail.id(), MERCHANT, other)));
    }

    static Ending unknownMerchant(BackEnd backEnd, Trail trail) throws Exception {
        return refused(backEnd.ask(trail.id(), request(trail.id()).put("merchant", "nobody")));
    }

    static Ending oldClient(BackEnd backEnd, Trail trail) throws Exception {
        JsonNode reply =
                BackEnd.read(backEnd.ask(trail.id(), request(trail.id()).put("clientVersion", "10.0.9")));
        String launch = reply.path("launchUrl").asText().startsWith("alipays://") ? "with" : "without";
        return Ending.queue(
                BackEnd.REPLY, "supported " + reply.path("supported").asText() + ", " + launch + " launchUrl");
    }

    private static Ending refused(String reply) throws Exception {
        JsonNode error = BackEnd.read(reply).path("error");
        return Ending.queue(
                BackEnd.REPLY,
                error.isMissingNode()
                        ? "no error"
                        : "error " + error.path("code").asText());
    }
}
