package org.paysign.notify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.paysign.agreement.AgreementKey;
import org.paysign.merchant.Apps;
import org.paysign.merchant.Merchant;
import org.paysign.store.Agreement;
import org.paysign.store.Agreements;

/**
 * Reads a notice: decodes, finds the merchant, verifies, and matches it with what is stored; safe for use by several
 * threads.
 *
 * @see <a href="https://opendocs.alipay.com/common/02mse7">Alipay: how to verify a notice</a>
 */
public final class NoticeReader {

    private final Apps apps;
    private final Agreements agreements;

    public NoticeReader(Apps apps, Agreements agreements) {
        this.apps = apps;
        this.agreements = agreements;
    }

    /** Reads a body as it came off the wire; what cannot be believed is refused with one of our words. */
    public Notice read(byte[] body) {
        NoticeForm form = NoticeForm.decode(body);
        List<Merchant> candidates = apps.withAppId(form.get("app_id"));
        if (candidates.isEmpty()) {
            throw new RefusedNotice("unknown_app");
        }
        // One app may stand in several profiles; what was signed with its key is about one of them.
        List<Merchant> verified =
                candidates.stream().filter(merchant -> isSigned(form, merchant)).toList();
        if (verified.isEmpty()) {
            throw new RefusedNotice("wrong_signature");
        }
        for (Merchant merchant : verified) {
            Optional<Agreement> agreement = agreement(form, merchant);
            if (agreement.isPresent()) {
                refuseMismatch(form, agreement.get());
                return notice(form, merchant, agreement);
            }
        }
        return notice(form, verified.get(0), Optional.empty());
    }

    private static Notice notice(NoticeForm form, Merchant merchant, Optional<Agreement> agreement) {
        return new Notice(
                merchant.name(), form.get("notify_id"), form.get("notify_type"), agreement, form.parameters());
    }

    /** Rule V1 signs without sign_type, rule V2 with it; the algorithm comes from the profile, never from the form. */
    private static boolean isSigned(NoticeForm form, Merchant merchant) {
        if (!form.get("sign_type").equals(merchant.signType().name())) {
            return false;
        }
        String signature = form.get("sign");
        return merchant.alipay().verify(content(form, Set.of("sign", "sign_type")), signature)
                || merchant.alipay().verify(content(form, Set.of("sign")), signature);
    }

    /** Every parameter that came counts, empty ones too: what is not signed must not be there. */
    private static String content(NoticeForm form, Set<String> without) {
        Map<String, String> signed = new TreeMap<>(form.parameters());
        signed.keySet().removeAll(without);
        return signed.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    private Optional<Agreement> agreement(NoticeForm form, Merchant merchant) {
        String number = form.get("external_agreement_no");
        return number.isBlank()
                ? agreements.findByNumber(merchant.name(), form.get("agreement_no"))
                : agreements.find(new AgreementKey(merchant.name(), number));
    }

    /** A genuine notice about the same number of another product or scene says nothing about this agreement. */
    private static void refuseMismatch(NoticeForm form, Agreement agreement) {
        boolean same = form.get("personal_product_code").equals(agreement.product())
                && form.get("sign_scene").equals(agreement.scene())
                && form.get("app_id").equals(agreement.appId());
        if (!same) {
            throw new RefusedNotice("other_agreement");
        }
    }
}
