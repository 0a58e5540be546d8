package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a developer how a signStr reads, step by step: what Alipay never tells. */
record Diagnosis(List<FakeApp> apps, Clock clock) {

    /** {@code findings}, each {@code {"about", "fine", ...}}, and the {@code text} that has to be signed. */
    ObjectNode of(String signStr, Optional<String> sent) {
        var report = StrictJson.node();
        var findings = report.putArray("findings");
        var layers = Layers.of(signStr);
        findings.add(finding("encoding", layers.fine()).put("times", layers.times()));
        if (layers.params().isEmpty()) {
            return report;
        }
        var params = layers.params().get();
        var text = SignText.ofRequest(params);
        report.put("text", text);
        var app = apps.stream()
                .filter(known -> known.appId().equals(params.get("app_id")))
                .findFirst();
        findings.add(finding("application", app.isPresent()).put("said", params.get("app_id")));
        app.ifPresent(known -> compare(known, params, findings));
        time(params, findings);
        var content = new PageSign(
                StrictJson.object(params.getOrDefault("biz_content", "")).orElseGet(StrictJson::node));
        var fault = content.fault();
        findings.add(finding("content", fault.isEmpty()).put("why", fault.orElse("")));
        sent.map(Layers::of)
                .flatMap(Layers::params)
                .map(SignText::ofRequest)
                .filter(other -> !other.equals(text))
                .ifPresent(other -> report.set("changed", Difference.between(text, other)));
        return report;
    }

    private void compare(FakeApp app, Map<String, String> params, ArrayNode findings) {
        var signType = params.getOrDefault("sign_type", "");
        findings.add(finding("signType", signType.equals(app.signType()))
                .put("said", signType)
                .put("expected", app.signType()));
        var charset = params.getOrDefault("charset", "");
        findings.add(finding("charset", charset.equalsIgnoreCase(app.charset()))
                .put("said", charset)
                .put("expected", app.charset()));
        var sign = params.getOrDefault("sign", "");
        var fine = app.signed(SignText.ofRequest(params), sign);
        var finding = finding("signature", fine);
        if (!fine) {
            new Suspects(apps, app).explain(params, sign, finding);
        }
        findings.add(finding);
    }

    private void time(Map<String, String> params, ArrayNode findings) {
        var said = params.getOrDefault("timestamp", "");
        var timestamp = AlipayTime.parse(said);
        var age = timestamp.map(at -> Duration.between(at, clock.instant()));
        var fine = age.isPresent()
                && age.get().compareTo(PageSign.WINDOW) <= 0
                && age.get().compareTo(Duration.ofMinutes(-10)) >= 0;
        findings.add(finding("clock", fine)
                .put("said", said)
                .put("now", AlipayTime.format(clock.instant()))
                .put("seconds", age.map(Duration::toSeconds).orElse(null)));
    }

    private static ObjectNode finding(String about, boolean fine) {
        return StrictJson.node().put("about", about).put("fine", fine);
    }
}
