package org.paysign.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Verifier} over Alipay's certificates by serial: a text that names one is verified with that one alone. */
public record CertificateVerifier(Map<String, Verifier> bySerial) implements Verifier {

    public CertificateVerifier {
        bySerial = Map.copyOf(bySerial);
    }

    @Override
    public boolean verify(String content, String signature) {
        return new AnyVerifier(List.copyOf(bySerial.values())).verify(content, signature);
    }

    @Override
    public Optional<Verifier> withCertificate(String serial) {
        return Optional.ofNullable(bySerial.get(serial));
    }
}
