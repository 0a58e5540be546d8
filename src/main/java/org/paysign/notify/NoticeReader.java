package org.paysign.notify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paysign.agreement.AgreementKey;
import org.paysign.merchant.Apps;
import org.paysign.merchant.Merchant;
import org.paysign.signature.Verifier;
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
    public Notice read(byte @Nullable [] body) {
        if (body == null) {
            throw new NotAForm();
        }
        NoticeForm form = NoticeForm.decode(body);
        List<Merchant> verified = verified(form);
        List<Notice> known = verified.stream()
                .map(merchant -> notice(form, merchant, agreement(form, merchant)))
                .filter(Notice::isKnown)
                .toList();
        return known.isEmpty() ? notice(form, verified.get(0), Optional.empty()) : theOne(form, known);
    }

    private static Notice theOne(NoticeForm form, List<Notice> known) {
        List<Notice> ours =
                known.stream().filter(notice -> isAbout(form, notice)).toList();
        if (ours.isEmpty()) {
            throw new RefusedNotice(Refusal.OTHER_AGREEMENT);
        }
        List<Notice> sameNumber =
                ours.stream().filter(notice -> isNumbered(form, notice)).toList();
        if (ours.size() > 1 && sameNumber.size() != 1) {
            throw new RefusedNotice(Refusal.SEVERAL_AGREEMENTS);
        }
        return ours.size() == 1 ? ours.get(0) : sameNumber.get(0);
    }

    /** One app may stand in several profiles; what was signed with its key is about one of them. */
    private List<Merchant> verified(NoticeForm form) {
        List<Merchant> candidates = apps.withAppId(form.get("app_id"));
        if (candidates.isEmpty()) {
            throw new RefusedNotice(Refusal.UNKNOWN_APP);
        }
        // The algorithm comes from the profile; a form that names another one is not from Alipay.
        List<Merchant> sameType = candidates.stream()
                .filter(merchant -> merchant.signType().name().equals(form.get("sign_type")))
                .toList();
        if (sameType.isEmpty()) {
            throw new RefusedNotice(Refusal.OTHER_SIGN_TYPE);
        }
        List<Merchant> verified =
                sameType.stream().filter(merchant -> isSigned(form, merchant)).toList();
        if (verified.isEmpty()) {
            throw new RefusedNotice(Refusal.WRONG_SIGNATURE);
        }
        return verified;
    }

    /** Rule V1 signs without sign_type, rule V2 with it; in the form's charset, which may not be the profile's. */
    private static boolean isSigned(NoticeForm form, Merchant merchant) {
        Verifier alipay = merchant.alipay().in(form.charset());
        String signature = form.get("sign");
        return alipay.verify(form.contentWithout(Set.of("sign", "sign_type")), signature)
                || alipay.verify(form.contentWithout(Set.of("sign")), signature);
    }

    private Optional<Agreement> agreement(NoticeForm form, Merchant merchant) {
        String number = form.get("external_agreement_no");
        return number.isBlank()
                ? agreements.findByNumber(merchant.name(), form.get("agreement_no"))
                : agreements.find(new AgreementKey(merchant.name(), number));
    }

    /** A genuine notice about the same number of another product or scene says nothing about this agreement. */
    private static boolean isAbout(NoticeForm form, Notice notice) {
        Agreement agreement = notice.agreement().orElseThrow();
        return form.get("personal_product_code").equals(agreement.product())
                && form.get("sign_scene").equals(agreement.scene())
                && form.get("app_id").equals(agreement.appId());
    }

    private static boolean isNumbered(NoticeForm form, Notice notice) {
        return notice.agreement().orElseThrow().agreementNo().equals(form.get("agreement_no"));
    }

    private static Notice notice(NoticeForm form, Merchant merchant, Optional<Agreement> agreement) {
        return new Notice(
                merchant.name(), form.get("notify_id"), form.get("notify_type"), agreement, form.parameters());
    }
}
