package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Looks for what a signature that does not fit was made of: every mistake here is one that people make. */
record Suspects(List<FakeApp> apps, FakeApp app) {

    /** Adds {@code cause}, and the {@code difference} between what has to be signed and what was, where there is one. */
    void explain(Map<String, String> params, String sign, ObjectNode finding) {
        var text = SignText.ofRequest(params);
        if (sign.isBlank()) {
            finding.put("cause", "missing");
        } else if (app.signed(text, sign.replace(' ', '+'))) {
            finding.put("cause", "plusLost");
        } else if (otherType().signed(text, sign)) {
            finding.put("cause", "algorithm").put("expected", app.signType());
        } else if (otherCharset().signed(text, sign)) {
            finding.put("cause", "charset").put("expected", app.charset());
        } else if (!otherKey(text, sign, finding) && !otherApp(params, sign, finding)) {
            otherText(params, text, sign, finding);
        }
    }

    private boolean otherKey(String text, String sign, ObjectNode finding) {
        var owner = apps.stream().filter(known -> known.signed(text, sign)).findFirst();
        owner.ifPresent(known -> finding.put("cause", "otherKey").put("owner", known.merchant()));
        return owner.isPresent();
    }

    /** Signed for one application and sent under the id of another. */
    private boolean otherApp(Map<String, String> params, String sign, ObjectNode finding) {
        var owner = apps.stream()
                .filter(known -> known.signed(
                        SignText.ofRequest(each(params, value -> value.equals(app.appId()) ? known.appId() : value)),
                        sign))
                .findFirst();
        owner.ifPresent(known -> finding.put("cause", "otherApp").put("owner", known.merchant()));
        return owner.isPresent();
    }

    private void otherText(Map<String, String> params, String text, String sign, ObjectNode finding) {
        var signed = texts(params).entrySet().stream()
                .filter(candidate -> app.signed(candidate.getValue(), sign))
                .findFirst();
        finding.put("cause", signed.map(Map.Entry::getKey).orElse("keyOrText"));
        signed.ifPresent(candidate -> finding.set("difference", Difference.between(text, candidate.getValue())));
    }

    private Map<String, String> texts(Map<String, String> params) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("signTypeLeftOut", SignText.ofNotice(params));
        texts.put("valuesEncoded", SignText.ofRequest(each(params, value -> URLEncoder.encode(value, app.encoding()))));
        texts.put(
                "notSorted",
                params.entrySet().stream()
                        .filter(param -> !param.getKey().equals("sign"))
                        .map(param -> param.getKey() + "=" + param.getValue())
                        .collect(Collectors.joining("&")));
        texts.put("slashes", SignText.ofRequest(each(params, value -> value.replace("\\/", "/"))));
        texts.put("slashesEscaped", SignText.ofRequest(each(params, value -> value.replace("/", "\\/"))));
        texts.put("decodedOnceMore", SignText.ofRequest(each(params, value -> Form.unescape(value, app.encoding())
                .orElse(value))));
        texts.put("spacesAsPlus", SignText.ofRequest(each(params, value -> value.replace(' ', '+'))));
        return texts;
    }

    private static Map<String, String> each(Map<String, String> params, UnaryOperator<String> change) {
        var changed = new LinkedHashMap<String, String>();
        params.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }

    private FakeApp otherType() {
        return with(app.signType().equals("RSA2") ? "RSA" : "RSA2", app.charset());
    }

    private FakeApp otherCharset() {
        return with(app.signType(), app.charset().equals("GBK") ? "UTF-8" : "GBK");
    }

    private FakeApp with(String signType, String charset) {
        return new FakeApp(
                app.merchant(), app.appId(), signType, charset, app.appPublicKey(), app.alipayPrivateKey(), null, null);
    }
}
