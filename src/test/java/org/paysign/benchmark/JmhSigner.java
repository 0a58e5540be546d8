package org.paysign.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.paysign.signature.Rsa;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.SignContent;
import org.paysign.signature.SignType;
import org.paysign.signature.Signer;
import org.paysign.signature.Verifier;
import org.paysign.support.Vectors;

/** Signs and verifies the text of a sign request with 2048 bits, by this Java and by the native library. */
@NullUnmarked
@State(Scope.Benchmark)
public class JmhSigner {

    @Param({"jdk", "auto"})
    public String provider;

    private String text;
    private Signer signer;
    private Verifier verifier;
    private String signature;

    @Setup
    public void keys() {
        Rsa rsa = Rsa.of(provider);
        System.out.println("# RSA by " + rsa.provider());
        text = SignContent.of(SignRequest.PARAMETERS);
        signer = rsa.signer(RsaKeys.privateKey(Vectors.key("app.pkcs8")), SignType.RSA2, UTF_8);
        verifier = rsa.verifier(RsaKeys.publicKey(Vectors.key("app.spki")), SignType.RSA2, UTF_8);
        signature = signer.sign(text);
    }

    @Benchmark
    public String signs() {
        return signer.sign(text);
    }

    @Benchmark
    @Threads(2)
    public String signsOnTwoThreads() {
        return signer.sign(text);
    }

    @Benchmark
    public boolean verifies() {
        return verifier.verify(text, signature);
    }
}
