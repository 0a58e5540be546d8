package org.paysign.inspect;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.paysign.glossary.SubCode;

/**
 * What there is to say about a text; nothing of it is personal.
 *
 * @param cause why it is not good; empty if it is
 * @param about merchant, app_id, sign_type, algorithm, charset and the like, as far as they are known
 * @param subCode Alipay's sub_code in it, if it is a documented one
 */
public record Inspection(
        Kind kind, Optional<Cause> cause, Map<String, String> about, Shown shown, Optional<SubCode> subCode) {

    public Inspection {
        about = new TreeMap<>(about);
    }

    /** Whether the text is what it should be, and its signature fits where it has to have one. */
    public boolean isGood() {
        return cause.isEmpty();
    }

    @Override
    public String toString() {
        return "Inspection[" + kind + "]";
    }
}
