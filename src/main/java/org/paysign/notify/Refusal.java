package org.paysign.notify;

import java.util.Locale;

/** Why a notice is not believed. */
enum Refusal {
    NOT_A_FORM,
    TOO_MANY_PARAMETERS,
    DUPLICATE_PARAMETER,
    /** A value that may have been two parameters when it was signed: the signed text does not tell where one ends. */
    TWO_READINGS,
    UNKNOWN_CHARSET,
    WRONG_CHARSET,
    UNKNOWN_APP,
    OTHER_SIGN_TYPE,
    WRONG_SIGNATURE,
    OTHER_AGREEMENT,
    /** Several profiles of one app have such an agreement: only Alipay can tell which is meant. */
    SEVERAL_AGREEMENTS;

    /** As it stands in the log and in JMX. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
