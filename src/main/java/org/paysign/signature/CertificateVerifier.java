package org.paysign.signature;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    @Override
    public Verifier in(Charset charset) {
        return new CertificateVerifier(
                bySerial.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .in(charset))));
    }
}
