package org.paysign.result;

import java.util.Optional;
import org.paysign.agreement.Signal;
import org.paysign.store.Agreement;

/**
 * A sign result after its signature was checked.
 *
 * @param proof that Alipay confirmed the agreement, if the text proves it
 * @param reason Alipay's sub_code, if it signed one; otherwise empty
 */
public record VerifiedResult(Agreement agreement, String resultStatus, Optional<Signal.Signed> proof, String reason) {

    /** Whether Alipay confirmed this agreement in the text; asked by the route. */
    public boolean isProven() {
        return proof.isPresent();
    }
}
