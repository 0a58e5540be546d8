package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Why Alipay says no, in its own codes. */
record Refusal(String code, String msg, String subCode, String subMsg) {

    static Refusal missing(String what) {
        return new Refusal("40001", "Missing Required Arguments", "isv.missing-" + what, what + " is missing");
    }

    static Refusal invalid(String what) {
        return new Refusal("40002", "Invalid Arguments", "isv.invalid-" + what, what + " is not valid");
    }

    static Refusal business(String subCode, String subMsg) {
        return new Refusal("40004", "Business Failed", subCode, subMsg);
    }

    static Refusal tooManyCalls() {
        return new Refusal("40006", "Insufficient Permissions", "isv.app-call-limited", "The app is called too often");
    }

    ObjectNode node() {
        return StrictJson.node()
                .put("code", code)
                .put("msg", msg)
                .put("sub_code", subCode)
                .put("sub_msg", subMsg);
    }
}
