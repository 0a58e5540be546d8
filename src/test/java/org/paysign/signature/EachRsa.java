package org.paysign.signature;

import java.util.stream.Stream;

/** This Java's RSA and the native library's, for tests that both must pass; what has no library here has one case only. */
final class EachRsa {

    private EachRsa() {}

    static Stream<Rsa> all() {
        return Stream.of(Rsa.jdk(), Rsa.of("auto")).distinct().filter(rsa -> rsa == Rsa.jdk() || rsa.isNative());
    }
}
