package org.paysign.signature;

import java.nio.charset.Charset;
import java.util.List;

/** {@link Verifier} for the time in which Alipay changes its key and both are good: any of them suffices. */
public record AnyVerifier(List<Verifier> keys) implements Verifier {

    public AnyVerifier {
        keys = List.copyOf(keys);
    }

    @Override
    public boolean verify(String content, String signature) {
        return keys.stream().anyMatch(key -> key.verify(content, signature));
    }

    @Override
    public Verifier in(Charset charset) {
        return new AnyVerifier(keys.stream().map(key -> key.in(charset)).toList());
    }
}
