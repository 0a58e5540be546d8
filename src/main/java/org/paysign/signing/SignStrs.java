package org.paysign.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.paysign.agreement.AgreementKey;
import org.paysign.log.Trace;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Signers;
import org.paysign.signature.SignedForm;
import org.paysign.store.NewRequest;

/**
 * Builds and signs what {@code my.paySignCenter} takes; safe for use by several threads.
 *
 * @see <a href="https://opendocs.alipay.com/open/8bccfa0b_alipay.user.agreement.page.sign">alipay.user.agreement.page.sign</a>
 */
public final class SignStrs {

    static final String METHOD = "alipay.user.agreement.page.sign";
    /** Alipay reads timestamps in its own zone, whatever zone the server has. */
    static final ZoneOffset ALIPAY_ZONE = ZoneOffset.ofHours(8);

    /** Opens the signing page in clients that have no my.paySignCenter. */
    private static final String LAUNCH =
            "alipays://platformapi/startapp?appId=60000157&appClearTop=false&startMultApp=YES&sign_params=";

    private final SignRequestRules rules = new SignRequestRules();
    private final Signers signers;
    private final SigningWindow window;
    private final ObjectMapper json;
    private final Clock clock;

    public SignStrs(Signers signers, SigningWindow window, ObjectMapper json, Clock clock) {
        this.signers = signers;
        this.window = window;
        this.json = json;
        this.clock = clock;
    }

    /** Signs a complete request and writes its reply, to be stored before it is sent. */
    public NewRequest sign(SignRequest request) throws JsonProcessingException {
        Merchant merchant = request.merchant();
        OffsetDateTime now = clock.instant().atOffset(ALIPAY_ZONE).truncatedTo(ChronoUnit.SECONDS);
        String signStr = SignedForm.of(parameters(request, now), merchant.charset(), signers.signer(merchant))
                .signStr();
        SignReply reply = new SignReply(
                request.requestId(),
                merchant.name(),
                request.biz("external_agreement_no"),
                signStr,
                isSupported(request.clientVersion()),
                LAUNCH + signStr,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now),
                warnings(request));
        return new NewRequest(
                request.requestId(),
                new AgreementKey(merchant.name(), reply.externalAgreementNo()),
                merchant.appId(),
                request.biz("personal_product_code"),
                request.biz("sign_scene"),
                request.digest(),
                json.writeValueAsString(reply),
                window.of(request.biz("effect_time")),
                window.silence(),
                Trace.NONE);
    }

    private Map<String, String> parameters(SignRequest request, OffsetDateTime now) throws JsonProcessingException {
        Merchant merchant = request.merchant();
        Map<String, String> parameters =
                merchant.parameters(METHOD, now.toInstant(), json.writeValueAsString(request.bizContent()));
        parameters.put("notify_url", merchant.notifyUrl().orElse(""));
        parameters.put("return_url", request.returnUrl());
        return parameters;
    }

    private static boolean isSupported(String clientVersion) {
        return clientVersion.isEmpty()
                || ClientVersion.of(clientVersion).compareTo(ClientVersion.FIRST_WITH_PAY_SIGN_CENTER) >= 0;
    }

    private List<String> warnings(SignRequest request) {
        List<String> warnings = new ArrayList<>(rules.warnings(request.bizContent()));
        if (!request.returnUrl().isEmpty()) {
            warnings.add("/returnUrl makes 6001 ambiguous in a mini program: it can then mean signed and left");
        }
        return warnings;
    }
}
