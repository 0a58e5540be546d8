package org.paysign.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.paysign.cli.RunningBundle;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.RsaSigner;
import org.paysign.signature.SignType;
import org.paysign.signature.Signer;
import org.paysign.support.AlipayNotice;

/** A notice about an agreement of a running bundle, signed with the key that plays Alipay's there. */
record Sent(RunningBundle bundle, AlipayNotice notice) {

    static Sent signed(Deal deal) {
        return new Sent(deal.bundle(), AlipayNotice.signed()).about(deal.number());
    }

    static Sent unsigned(Deal deal) {
        return new Sent(deal.bundle(), AlipayNotice.unsigned()).about(deal.number());
    }

    private Sent about(String number) {
        return with("external_agreement_no", number).again();
    }

    Sent with(String field, String value) {
        return new Sent(bundle, notice.with(field, value));
    }

    /** With an id of its own, as every notice but a repeat has. */
    Sent again() {
        return with("notify_id", UUID.randomUUID().toString());
    }

    byte[] form() {
        return notice.form(notice.sent(alipay()));
    }

    private Signer alipay() {
        try {
            String pem = Files.readString(Path.of(bundle.dataDir(), "keys/demo/alipay-private-key.pem"));
            return new RsaSigner(RsaKeys.privateKey(pem), SignType.RSA2, notice.charset());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Status and answer. */
    String answer() throws Exception {
        return bundle.notice(form());
    }
}
