package org.paysign.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.paysign.agreement.Claim;
import org.paysign.agreement.Decision;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.Signal;
import org.paysign.agreement.Verdict;
import org.paysign.json.RawObject;
import org.paysign.signature.SignContent;
import org.paysign.signature.SignedForm;
import org.paysign.signature.SignedResponse;
import org.paysign.support.AlipayText;

/** What is done beside RSA: the text that is signed, the text that was signed, and the decision over the signals. */
@State(Scope.Benchmark)
public class JmhText {

    private final AlipayText signed = AlipayText.signResult();
    private final String result = signed.text();

    private final List<Signal> signals = List.of(
            new Signal.Issued(1, "r-1"),
            new Signal.Claimed(1, Claim.CANCELLED, "6001", true, ""),
            new Signal.Silent(1),
            new Signal.Issued(2, "r-2"),
            new Signal.Signed(2, Evidence.NOTIFY, "20266102000000000001", Map.of("status", "NORMAL")),
            new Signal.Signed(2, Evidence.QUERY, "20266102000000000001", Map.of("status", "NORMAL")));

    @Benchmark
    public String writesCanonicalText() {
        return SignContent.of(SignRequest.PARAMETERS);
    }

    /** Canonical text, form and signStr, with a signature that costs nothing. */
    @Benchmark
    public String writesSignStr() {
        return SignedForm.of(SignRequest.PARAMETERS, UTF_8, content -> "sign").signStr();
    }

    @Benchmark
    public Optional<RawObject> cutsRawObject() {
        return RawObject.parse(result);
    }

    /** Cutting, parsing and checking a result, with a verifier that costs nothing. */
    @Benchmark
    public SignedResponse readsSignedResponse() {
        return SignedResponse.read(result, signed.node(), (content, signature) -> true);
    }

    @Benchmark
    public Verdict decides() {
        return Decision.of(signals);
    }
}
