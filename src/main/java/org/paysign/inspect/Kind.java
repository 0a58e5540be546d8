package org.paysign.inspect;

/** What a text is. */
public enum Kind {
    SIGN_STR("a signStr for my.paySignCenter", "my.paySignCenter 的 signStr"),
    REQUEST("a request to Alipay's gateway", "发往支付宝网关的请求"),
    SYNC_RESULT("what my.paySignCenter returned", "my.paySignCenter 返回的 result"),
    ANSWER("an answer of Alipay's gateway", "支付宝网关的应答"),
    NOTICE("a notice of Alipay", "支付宝异步通知"),
    SIGN_REQUEST("a sign request for PaySign's queue", "PaySign 队列的签约请求"),
    UNKNOWN("nothing known", "未知文本");

    private final String english;
    private final String chinese;

    Kind(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** In English. */
    public String english() {
        return english;
    }

    /** In Chinese. */
    public String chinese() {
        return chinese;
    }

    /** Whether Alipay signs it; the app does the others. */
    boolean isAlipays() {
        return this == SYNC_RESULT || this == ANSWER || this == NOTICE;
    }
}
