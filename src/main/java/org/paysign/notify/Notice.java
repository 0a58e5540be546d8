package org.paysign.notify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.paysign.store.Agreement;

/**
 * A notice Alipay has signed.
 *
 * @param merchant the profile whose key verified it
 * @param id {@code notify_id}, the same at every repeat
 * @param type {@code notify_type}, such as {@code dut_user_sign}
 * @param agreement what it is about, if it is stored here
 * @param fields all parameters
 */
record Notice(String merchant, String id, String type, Optional<Agreement> agreement, Map<String, String> fields) {

    private static final Set<String> ABOUT_THE_NOTICE =
            Set.of("sign", "sign_type", "charset", "version", "notify_id", "notify_time", "notify_type", "login_token");

    Notice {
        fields = Map.copyOf(fields);
    }

    /** What it says about the agreement: equal at every repeat, whatever is said about the notice itself. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>(fields);
        facts.keySet().removeAll(ABOUT_THE_NOTICE);
        return facts;
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether it is about an agreement that is stored here; asked by the route. */
    public boolean isKnown() {
        return agreement.isPresent();
    }

    /** Without the fields, which are personal. */
    @Override
    public String toString() {
        return "Notice[" + type + "]";
    }
}
