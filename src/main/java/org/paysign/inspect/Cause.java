package org.paysign.inspect;

import java.util.Locale;

/** Why a text is not good, in words that stay the same. */
public enum Cause {
    NOT_RECOGNISED(
            "This is none of the texts that Alipay and PaySign exchange.",
            "这不是支付宝与 PaySign 之间的任何一种报文。",
            "Give a signStr, a result, the body of a notice, an answer of the gateway or a request, whole and as it is.",
            "请提供完整、未改动的 signStr、result、通知、网关应答或请求。"),
    TOO_LARGE("The text is larger than 256 KiB.", "文本超过 256 KiB。", "Give one text alone.", "请只提供一条报文。"),
    NO_PROFILE(
            "No profile of the configuration has this app_id, so that there is no key to verify with.",
            "配置中没有此 app_id 的商户，无法验签。",
            "Name the right folder with --config, or compare app-id with Alipay's console.",
            "用 --config 指定正确目录，或核对 app-id。"),
    NO_KEY(
            "The profile's key cannot be read, so that nothing can be verified.",
            "商户的密钥无法读取，无法验签。",
            "Run paysign keys check, which says what is wrong with it.",
            "运行 paysign keys check 查看原因。"),
    MISSING_SIGNATURE(
            "There is no signature in it.",
            "缺少签名 sign。",
            "Whatever relays the text has to pass sign on as it is; an unsigned text proves nothing.",
            "转发方必须原样传递 sign；没有签名的内容不可信。"),
    AMBIGUOUS(
            "Its signature fits, but parsers read it in different ways: there is more in it than one signed node.",
            "签名有效，但文本有多种读法（除签名节点外还有其他内容）。",
            "Pass on what Alipay sent and add nothing to it.",
            "原样传递支付宝的内容，不要添加任何字段。"),
    APP_KEY_AS_ALIPAY_KEY(
            "The app's own public key stands in the configuration where Alipay's belongs.",
            "把应用公钥当成了支付宝公钥。",
            "Copy 支付宝公钥, not 应用公钥, from the console (接口加签方式) into the file of alipay-public-key.",
            "从控制台接口加签方式复制“支付宝公钥”（不是应用公钥）到 alipay-public-key 文件。"),
    KEY_NOT_IN_PAIR(
            "The app's private key and the app's certificate are not a pair.",
            "应用私钥与应用证书不匹配。",
            "Put the certificate that was made for this key into app-cert, or its key into app-private-key.",
            "将与私钥配套的证书放入 app-cert，或换成证书对应的私钥。"),
    OTHER_MERCHANT(
            "It verifies with the key of another profile.",
            "用另一个商户配置的密钥可以验签。",
            "See which profile signed or received it; key and app_id have to be those of one app.",
            "确认签名或接收所用的商户；密钥与 app_id 必须属于同一应用。"),
    SIGNED_BY_APP(
            "The app's own key signed it, and not Alipay's.",
            "由应用私钥签名，而不是支付宝。",
            "It was made on your side, by a test for instance: it proves nothing.",
            "它由己方生成（例如测试），不能作为凭证。"),
    SIGN_TYPE_MISMATCH(
            "It was signed with another algorithm than it and its profile say (RSA is SHA-1, RSA2 SHA-256).",
            "签名算法与 sign_type 不一致（RSA 为 SHA-1，RSA2 为 SHA-256）。",
            "Set sign-type to what the console shows for the app, on both sides.",
            "两端的 sign-type 必须与控制台一致。"),
    UNKNOWN_CERTIFICATE(
            "It names a certificate whose serial is not configured.",
            "证书序列号不在配置中。",
            "Download the present certificates from the console; a new alipay-cert goes behind a comma, then call reloadMerchants.",
            "从控制台下载最新证书；新的 alipay-cert 以逗号追加后调用 reloadMerchants。"),
    DOUBLE_ENCODED(
            "It was encoded once too often.",
            "多编码了一次。",
            "Encode in one place only: signStr goes as it is into my.paySignCenter, without encodeURIComponent in the page.",
            "只在一处编码：signStr 原样传给 my.paySignCenter，页面不要再 encodeURIComponent。"),
    NOT_ENCODED(
            "It was not encoded often enough: my.paySignCenter takes the whole form encoded once more.",
            "编码次数不足：my.paySignCenter 需要把整个串再编码一次。",
            "Pass signStr on as the reply has it, without decoding it on the way.",
            "原样传递 signStr，途中不要解码。"),
    NOT_DECODED(
            "It is still URL-encoded, or was signed while it was.",
            "仍是 URL 编码的文本，或对编码后的值做了签名。",
            "Sign and verify the plain values: decode first, then verify; sign first, then encode.",
            "对原始值签名和验签：先解码再验签，先签名再编码。"),
    ALREADY_DECODED(
            "Its values are decoded already, so that decoding them again spoils + and %.",
            "值已被解码，再次解码会破坏 + 和 %。",
            "Pass the body of the notice on as it came, byte for byte; frameworks that parse the form must not do so in front of PaySign.",
            "按字节原样转发通知正文，PaySign 之前不要解析表单。"),
    PLUS_LOST(
            "Each + in the signature has become a blank.",
            "签名中的 + 变成了空格。",
            "Encode + as %2B when sign travels in a form or URL.",
            "sign 放入表单或 URL 时，把 + 编码为 %2B。"),
    URL_SAFE_BASE64(
            "The signature is in URL-safe Base64.",
            "签名使用了 URL 安全的 Base64。",
            "Use standard Base64 with + and /.",
            "请使用标准 Base64（+ 与 /）。"),
    SIGNATURE_NOT_BASE64(
            "The signature is not Base64.",
            "签名不是 Base64。",
            "Pass sign on as it is: Base64 of the standard alphabet, without quotes, blanks or hex.",
            "原样传递 sign：标准 Base64，不含引号、空白，也不是十六进制。"),
    SIGNATURE_LENGTH(
            "The signature is cut off, or a key of another size made it.",
            "签名被截断，或由不同长度的密钥生成。",
            "Look for columns and logs that cut long texts (344 characters for 2048 bits), then compare the keys.",
            "检查是否有字段或日志截断（2048 位密钥为 344 字符），再核对密钥。"),
    WHITESPACE(
            "There are blanks, line ends or a byte order mark where none were signed.",
            "多了空白、换行或 BOM。",
            "Take the text from where it is made, not by an editor or a log; trim nothing and add nothing.",
            "从源头取文本，不经编辑器或日志；不要增删空白。"),
    WRONG_CHARSET(
            "It was signed in one charset and written or read in another (UTF-8 and GBK).",
            "签名与传输所用字符集不一致（UTF-8 与 GBK）。",
            "Let charset of the request, of the profile and of whatever relays it be the same, best UTF-8.",
            "请求、商户配置与转发方的 charset 必须一致，建议 UTF-8。"),
    HTML_ESCAPED(
            "It was escaped for HTML, such as & to &amp;.",
            "被 HTML 转义（例如 & 变成 &amp;）。",
            "Hand it over as data (JSON), not as part of a page.",
            "以数据（JSON）传递，不要写进网页。"),
    LOST_BACKSLASH(
            "Backslashes of the JSON are lost: Alipay signs them, \\/ and \\\" included.",
            "JSON 中的反斜杠丢失：支付宝对包含 \\/ 与 \\\" 的原文签名。",
            "Relay the result as the text that the phone got; do not parse and write it again.",
            "原样转发客户端得到的 result 文本，不要解析后再生成。"),
    BACKSLASH_ADDED(
            "Slashes were escaped as \\/ after it was signed.",
            "签名之后，斜杠被转义为 \\/。",
            "Relay the text as it is; turn off the escaping of slashes where JSON is written again.",
            "原样转发文本；重新生成 JSON 时关闭斜杠转义。"),
    JSON_REWRITTEN(
            "The JSON was parsed and written again: order, blanks, numbers or escapes differ from what was signed.",
            "JSON 被解析后重新生成：顺序、空白、数字或转义与签名原文不同。",
            "Keep the exact text that was signed, as a string, from the phone or gateway to PaySign.",
            "从客户端或网关到 PaySign，始终以字符串保留原文。"),
    NOT_SORTED(
            "The parameters were not sorted by name (ASCII) before they were signed.",
            "签名前参数没有按名称（ASCII）排序。",
            "Sort by name, capitals before small letters, as Java's TreeMap does.",
            "按参数名 ASCII 升序排序，大写在小写之前。"),
    SIGN_INCLUDED(
            "The signature was made with the parameter sign itself in the text.",
            "待签名内容包含了 sign 参数本身。",
            "Leave sign out of the text that is signed.",
            "待签名内容必须去掉 sign。"),
    SIGN_TYPE_LEFT_OUT(
            "The request was signed without its sign_type, which is the rule for notices.",
            "请求签名时漏掉了 sign_type（那是通知的规则）。",
            "Requests sign all parameters but sign; only notices leave sign_type out.",
            "请求签名只去掉 sign；只有通知验签才去掉 sign_type。"),
    EMPTY_VALUES(
            "Empty parameters were treated otherwise when it was signed.",
            "空值参数的处理与签名时不同。",
            "Requests: leave empty parameters out of text and request. Notices: relay every parameter, and add none.",
            "请求：空值不参与签名也不发送；通知：原样转发，不增不减。"),
    BAD_TIME_FORMAT(
            "The signature fits, but timestamp is not yyyy-MM-dd HH:mm:ss.",
            "签名有效，但 timestamp 格式不是 yyyy-MM-dd HH:mm:ss。",
            "Write the time in China's zone in this form, without T, zone or fractions.",
            "使用北京时间并按此格式，不带 T、时区或毫秒。"),
    EXPIRED(
            "The signature fits, but the time to sign has run out.",
            "签名有效，但签约时间窗口已过。",
            "Ask PaySign for a new signStr; one is good for effect_time, else for a day.",
            "重新获取 signStr；有效期为 effect_time，否则一天。"),
    CLOCK_AHEAD(
            "The signature fits, but timestamp lies in the future.",
            "签名有效，但 timestamp 晚于当前时间。",
            "Set the clock of the machine that signed; it is China's time that counts, whatever the machine's zone.",
            "校准签名机器的时钟；timestamp 一律为北京时间。"),
    CHANGED(
            "The text was changed, or another key signed it.",
            "文本被改动，或由其他密钥签名。",
            "Compare it with the text where it was made; compare the keys with paysign keys show and Alipay's console.",
            "与源头的文本逐字比对；用 paysign keys show 与控制台核对密钥。");

    private final String english;
    private final String chinese;
    private final String advice;
    private final String chineseAdvice;

    Cause(String english, String chinese, String advice, String chineseAdvice) {
        this.english = english;
        this.chinese = chinese;
        this.advice = advice;
        this.chineseAdvice = chineseAdvice;
    }

    /** The code that stays. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What happened, in Chinese or English. */
    public String sentence(Locale language) {
        return language.equals(Locale.CHINESE) ? chinese : english;
    }

    /** What to do, likewise. */
    public String advice(Locale language) {
        return language.equals(Locale.CHINESE) ? chineseAdvice : advice;
    }
}
