package org.paysign.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paysign.json.RawObject;
import org.paysign.json.StrictJson;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.signature.SignedResponse.Unproven;

/** One signed node on its way from raw text to proven fields. */
final class SignedNode {

    private static final String CERTIFICATE = "alipay_cert_sn";
    private static final Set<String> BESIDE_THE_NODE = Set.of("sign", "sign_type", CERTIFICATE);
    private static final JsonMapper STRICT = StrictJson.mapper();

    private SignedNode() {}

    /** Reads a node; {@code plain} turns its verified text into JSON, or into nothing if that cannot be done. */
    static SignedResponse read(String text, String node, Verifier verifier, Function<String, Optional<String>> plain) {
        Optional<RawObject> outer = RawObject.parse(text);
        if (outer.isEmpty()) {
            return new Unproven("not_json");
        }
        Optional<String> signed = outer.get().raw(node);
        if (signed.isEmpty()) {
            return new Unproven("node_missing");
        }
        if (!holdsOnly(outer.get(), node)) {
            return new Unproven("unexpected_member");
        }
        Optional<String> signature = outer.get().string("sign");
        if (signature.isEmpty()) {
            return new Unproven("not_signed");
        }
        Optional<Verifier> named = named(outer.get(), verifier);
        if (named.isEmpty()) {
            return new Unproven(Unproven.OTHER_CERTIFICATE);
        }
        return named.get().verify(signed.get(), signature.get())
                ? plain.apply(signed.get()).map(SignedNode::fields).orElseGet(() -> new Unproven("cannot_decrypt"))
                : new Unproven("wrong_signature");
    }

    /** A text that names no certificate is held against every key. */
    private static Optional<Verifier> named(RawObject outer, Verifier verifier) {
        return outer.raw(CERTIFICATE).isEmpty()
                ? Optional.of(verifier)
                : outer.string(CERTIFICATE).flatMap(verifier::withCertificate);
    }

    private static boolean holdsOnly(RawObject outer, String node) {
        return outer.members().keySet().stream().allMatch(name -> name.equals(node) || BESIDE_THE_NODE.contains(name));
    }

    private static SignedResponse fields(String signed) {
        try {
            return STRICT.readTree(signed) instanceof ObjectNode fields
                    ? new Proven(fields)
                    : new Unproven("node_not_an_object");
        } catch (JsonProcessingException notJson) {
            return new Unproven("not_json");
        }
    }
}
