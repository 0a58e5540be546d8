package org.paysign.log;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names of fields hold what may not be shown, and which hold our own ids, whatever those look like. */
final class Fields {

    private static final Set<String> SECRET = Set.of(
            "sign", "signature", "webhooksignature", "sig", "idno", "idcard", "phoneno", "mobileno", "mobilephone");

    private static final String[] SECRET_ENDS = {
        "password",
        "passwd",
        "passphrase",
        "pwd",
        "secret",
        "token",
        "signstr",
        "authorization",
        "cookie",
        "privatekey",
        "secretkey",
        "encryptkey",
        "apikey",
        "logonid",
        "username",
        "realname",
        "certname",
        "certno",
        "certificateno",
        "identityhash",
        "userid",
        "openid",
        "principalid",
        "phone",
        "phonenumber",
        "mobile",
        "email"
    };

    /** Ids that the contract names, and those of the log itself. */
    private static final Set<String> IDS = Set.of(
            "merchant",
            "requestid",
            "externalagreementno",
            "agreementno",
            "outcome",
            "webhookid",
            "idempotencykey",
            "traceid",
            "spanid",
            "traceparent");

    static final int LONGEST_ID = 64;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1," + LONGEST_ID + "}");

    private Fields() {}

    /** Whether its value is masked, whatever it is. */
    static boolean isSecret(String name) {
        String plain = plain(name);
        if (SECRET.contains(plain)) {
            return true;
        }
        for (String end : SECRET_ENDS) {
            if (plain.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it names one of our ids. */
    static boolean isId(String name) {
        return IDS.contains(plain(name));
    }

    /** Whether this is one of our ids, to be shown although it may look like a telephone number. */
    static boolean isId(String name, String value) {
        return isId(name) && ID.matcher(value).matches();
    }

    /** {@code alipay-logon_Id} and {@code paysign.x.alipayLogonId} are one name. */
    private static String plain(String name) {
        return name.substring(name.lastIndexOf('.') + 1)
                .replace("_", "")
                .replace("-", "")
                .toLowerCase(Locale.ROOT);
    }
}
