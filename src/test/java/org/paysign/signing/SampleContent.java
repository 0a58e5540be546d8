package org.paysign.signing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON that keeps every rule, to break one thing at a time; values are written as JSON, single quotes allowed. */
record SampleContent(ObjectNode json) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .build();

    /** A cycle-pay request with every documented field. */
    static SampleContent valid() {
        return of(
                """
                {'personal_product_code': 'CYCLE_PAY_AUTH_P', 'product_code': 'CYCLE_PAY_AUTH',
                 'access_params': {'channel': 'ALIPAYAPP'},
                 'period_rule_params': {'period_type': 'DAY', 'period': 7, 'execute_time': '2026-12-31',
                   'single_amount': '9.90', 'total_amount': 118.8, 'total_payments': '12',
                   'scene_rule_params': {'discount_period': '2', 'low_price_period': 30}},
                 'external_agreement_no': 'A1b2C3', 'sign_scene': 'INDUSTRY|CARRENTAL',
                 'external_logon_id': '13852852877', 'sign_validity_period': '12m', 'third_party_type': 'PARTNER',
                 'agreement_effect_type': 'DIRECT', 'effect_time': 600,
                 'user_age_range': '{"min":"18","max":"30"}',
                 'device_params': {'device_id': 'd1', 'device_name': 'TV', 'device_type': 'TV'},
                 'identity_params': {'user_name': '\u5f20\u4e09', 'cert_no': 'c1', 'identity_hash': 'h1',
                   'sign_user_id': '2088', 'sign_open_id': 'o1'},
                 'sub_merchant': {'sub_merchant_id': '2088', 'sub_merchant_name': 'n',
                   'sub_merchant_service_name': 's', 'sub_merchant_service_description': 'd'},
                 'zm_auth_params': {'buckle_app_id': 'b1', 'buckle_merchant_id': 'b2'},
                 'prod_params': {'auth_biz_params': '{}', 'pay_operation_info': 'p', 'pre_consult_id': 'c'},
                 'promo_params': '{}', 'pass_params': 'p', 'out_risk_info': 'r',
                 'merchant_process_url': 'https://example.com',
                 'specified_asset': {'pay_tool_type': 't', 'inst_id': 'i', 'bank_card_no': 'b',
                   'specified_reason_code': 'r'},
                 'specified_sort_channel_params': {'pay_tool_type': 't', 'asset_type_code': 'a', 'asset_id': 'i',
                   'inst_id': 'i', 'bank_card_type': 'DD'},
                 'allow_huazhi_degrade': 'true'}
                """);
    }

    /** The example of the contract over the defaults of the demo profile. */
    static SampleContent demo() {
        return of(
                """
                {'access_params': {'channel': 'ALIPAYAPP'}, 'personal_product_code': 'GENERAL_WITHHOLDING_P',
                 'product_code': 'GENERAL_WITHHOLDING', 'third_party_type': 'PARTNER',
                 'external_agreement_no': 'xidong___2317', 'external_logon_id': '13852852877',
                 'sign_scene': 'INDUSTRY|CARRENTAL'}
                """);
    }

    /** The envelope of the contract's example. */
    static SampleContent envelope() {
        return of("{'requestId': 'order-1001', 'merchant': 'demo', 'clientVersion': '10.5.96', 'bizContent': {}}");
    }

    static SampleContent of(String json) {
        return new SampleContent((ObjectNode) parse(json));
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    SampleContent with(String pointer, JsonNode value) {
        JsonPointer at = JsonPointer.compile(pointer);
        ObjectNode copy = json.deepCopy();
        ((ObjectNode) copy.at(at.head())).set(at.last().getMatchingProperty(), value);
        return new SampleContent(copy);
    }

    SampleContent with(String pointer, String value) {
        return with(pointer, parse(value));
    }

    SampleContent without(String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        ObjectNode copy = json.deepCopy();
        ((ObjectNode) copy.at(at.head())).remove(at.last().getMatchingProperty());
        return new SampleContent(copy);
    }

    SampleContent withMonth() {
        return with("/period_rule_params/period_type", "'MONTH'")
                .with("/period_rule_params/execute_time", "'2026-12-28'");
    }

    SampleContent withoutPeriod() {
        return with("/personal_product_code", "'GENERAL_WITHHOLDING_P'").without("/period_rule_params");
    }
}
