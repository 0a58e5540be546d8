package org.paysign.merchant;

import java.nio.file.Path;
import java.time.Instant;

/**
 * When something a merchant signs or verifies with comes to its end.
 *
 * @param setting the key of the profile that names the file
 * @param file the file
 */
public record KeyExpiry(String merchant, String setting, Path file, Instant ends) {

    /** One sentence that says what ends and what to do. */
    String sentence(boolean ended) {
        String what = setting.equals("app-cert")
                ? "make a new application certificate in Alipay's console and put it there with its private key,"
                : "download Alipay's new certificate from its console and add it after a comma, or take this one out if"
                        + " that is done,";
        return "The certificate " + file + " (" + setting + " of merchant " + merchant + ") "
                + (ended ? "has ended on " : "ends on ") + ends + ": " + what + " then call reloadMerchants.";
    }
}
