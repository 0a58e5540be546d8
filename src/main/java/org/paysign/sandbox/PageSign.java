package org.paysign.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code alipay.user.agreement.page.sign} asks of its {@code biz_content}, see
 * https://docs.open.alipay.com/api_2/alipay.user.agreement.page.sign/.
 */
record PageSign(JsonNode biz) {

    static final Duration WINDOW = Duration.ofHours(24);

    private static final Set<String> CHANNELS = Set.of("ALIPAYAPP", "QRCODE", "QRCODEORSMS");
    private static final Pattern VALIDITY = Pattern.compile("[1-9]\\d{0,2}[dm]");
    private static final String DEFAULT_SCENE = "DEFAULT|DEFAULT";

    /** What is wrong, in words that hold nothing of the request; empty when Alipay would show its page. */
    Optional<String> fault() {
        return Optional.<String>empty()
                .or(() -> unless(!StrictJson.holdsBlanks(biz), "biz_content holds a null or a blank value"))
                .or(() -> unless(
                        !product().isEmpty()
                                && product().length() <= 64
                                && product().endsWith("_P"),
                        "personal_product_code"))
                .or(() -> unless(!text("product_code").endsWith("_P"), "product_code"))
                .or(() -> unless(
                        CHANNELS.contains(biz.at("/access_params/channel").asText()), "access_params.channel"))
                .or(() -> unless(external().length() <= 32, "external_agreement_no"))
                .or(() -> unless(
                        scene().length() <= 64 && (external().isEmpty() || !scene().equals(DEFAULT_SCENE)),
                        "sign_scene"))
                .or(() -> unless(text("external_logon_id").length() <= 100, "external_logon_id"))
                .or(() -> unless(
                        validity().isEmpty() || VALIDITY.matcher(validity()).matches(), "sign_validity_period"))
                .or(() -> unless(window().isPresent(), "effect_time"))
                .or(() -> unless(
                        !product().equals("CYCLE_PAY_AUTH_P") || period(biz.path("period_rule_params")),
                        "period_rule_params"));
    }

    String product() {
        return text("personal_product_code");
    }

    String external() {
        return text("external_agreement_no");
    }

    String scene() {
        var scene = text("sign_scene");
        return scene.isEmpty() ? DEFAULT_SCENE : scene;
    }

    String validity() {
        return text("sign_validity_period");
    }

    /** How long after its timestamp the request may be signed; empty when what it says is none. */
    Optional<Duration> window() {
        if (!biz.has("effect_time")) {
            return Optional.of(WINDOW);
        }
        return number(biz.path("effect_time"))
                .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(new BigDecimal(86400)) <= 0)
                .map(seconds -> Duration.ofSeconds(seconds.longValue()));
    }

    /** Numbers may come as such or as texts: Alipay's own samples do both. */
    private static boolean period(JsonNode rule) {
        var monthly = rule.path("period_type").asText().equals("MONTH");
        var daily = rule.path("period_type").asText().equals("DAY");
        var period = number(rule.path("period"))
                .filter(number -> number.stripTrailingZeros().scale() <= 0);
        var amount = number(rule.path("single_amount"));
        return (monthly || daily)
                && period.isPresent()
                && period.get().compareTo(daily ? new BigDecimal(7) : BigDecimal.ONE) >= 0
                && amount.isPresent()
                && amount.get().signum() > 0
                && day(rule.path("execute_time").asText(), monthly ? 28 : 31);
    }

    private static boolean day(String date, int last) {
        try {
            return LocalDate.parse(date).getDayOfMonth() <= last;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        try {
            return value.isNumber() || value.isTextual()
                    ? Optional.of(new BigDecimal(value.asText()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String text(String name) {
        return StrictJson.text(biz, name).orElse("");
    }

    private static Optional<String> unless(boolean fine, String what) {
        return fine ? Optional.empty() : Optional.of(what + " is missing or not valid");
    }
}
