package org.paysign.routes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Six things that may be seen nowhere outside of what they travel in, in each form they might be written. */
record Canaries(Map<String, String> forms) {

    static final String PHONE = "13977778888";
    static final String CITIZEN = "310104198802291234";
    static final String TOKEN = "composeBcanaryTokenC0FFEE/77+x";
    static final String WEBHOOK = "whsec_" + base64("canary-of-the-webhooks-0123");
    static final String PASSWORD = "canary/Broker+Pa55";

    /** {@code privateKey} is the Base64 within a PEM, in one line. */
    static Canaries with(String privateKey) {
        Map<String, String> forms = new LinkedHashMap<>();
        // Of a key any part is too much, and it may be broken into lines.
        add(forms, "private key", privateKey.substring(640, 688));
        add(forms, "webhook secret", WEBHOOK);
        add(forms, "webhook secret without its mark", WEBHOOK.substring(6));
        add(forms, "phone", PHONE);
        add(forms, "citizen id", CITIZEN);
        add(forms, "auth token", TOKEN);
        add(forms, "broker password", PASSWORD);
        return new Canaries(forms);
    }

    private static void add(Map<String, String> forms, String name, String canary) {
        String url = URLEncoder.encode(canary, StandardCharsets.UTF_8);
        forms.put(name, canary);
        forms.put(name + " in Base64", base64(canary).replaceAll("=+$", ""));
        forms.put(name + " in a URL", url);
        forms.put(name + " twice in a URL", URLEncoder.encode(url, StandardCharsets.UTF_8));
        forms.put(name + " in JSON", canary.replace("/", "\\/"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The name of the first that a text shows. */
    Optional<String> in(String text) {
        return forms.entrySet().stream()
                .filter(form -> text.contains(form.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
