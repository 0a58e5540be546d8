package org.paysign.signature;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;

/**
 * Whose RSA signs and verifies: a native library's or this Java's. All give the same bytes. A library's is asked for by itself
 * and never joins the JVM's list of providers. Safe for use by several threads.
 */
public final class Rsa {

    private static final Rsa JDK = new Rsa(Optional.empty(), "");

    private final Optional<Provider> library;
    private final String whyNot;

    private Rsa(Optional<Provider> library, String whyNot) {
        this.library = library;
        this.whyNot = whyNot;
    }

    /** The RSA of this Java, by whatever list of providers it has. */
    public static Rsa jdk() {
        return JDK;
    }

    /**
     * The RSA that a configuration asks for.
     *
     * @param choice {@code auto} for the native library where it works, else this Java's; or {@code jdk}
     * @throws IllegalStateException naming the key and its values, if it is neither
     */
    public static Rsa of(String choice) {
        return switch (choice) {
            case "auto" -> with(NativeRsa.ofThisMachine());
            case "jdk" -> new Rsa(Optional.empty(), "paysign.signature.provider is jdk");
            default -> throw new IllegalStateException("paysign.signature.provider: give auto or jdk");
        };
    }

    /** Begins to load the library if {@link #of} will ask for it, on a thread of its own: it takes part of a second. */
    public static void prepare(String choice) {
        if (choice.equals("auto")) {
            Thread loader = new Thread(NativeRsa::ofThisMachine, "paysign-native-rsa");
            loader.setDaemon(true);
            loader.start();
        }
    }

    static Rsa with(NativeRsa found) {
        return new Rsa(found.provider(), found.why());
    }

    /** Whether a native library does it. */
    public boolean isNative() {
        return library.isPresent();
    }

    /** Name and version of whoever does it. */
    public String provider() {
        try {
            return library.map(Provider::getInfo).orElse(info(signature(SignType.RSA2)));
        } catch (GeneralSecurityException none) {
            return "none";
        }
    }

    private static String info(Signature rsa) {
        return rsa.getProvider().getName() + " " + rsa.getProvider().getVersionStr();
    }

    /** Why no native library does it; empty if one does. */
    public String whyNot() {
        return whyNot;
    }

    /** Signs with this key, taken into the library's own form once. */
    public RsaSigner signer(PrivateKey key, SignType type, Charset charset) {
        try {
            boolean usual = key instanceof RSAPrivateCrtKey rsa && isUsual(rsa.getModulus(), rsa.getPublicExponent());
            return usual
                    ? new RsaSigner(this, (PrivateKey) own(key), type, charset)
                    : new RsaSigner(key, type, charset);
        } catch (GeneralSecurityException notTaken) {
            return new RsaSigner(key, type, charset);
        }
    }

    /** Verifies with this key, taken into the library's own form once. */
    public RsaVerifier verifier(PublicKey key, SignType type, Charset charset) {
        try {
            boolean usual = key instanceof RSAPublicKey rsa && isUsual(rsa.getModulus(), rsa.getPublicExponent());
            return usual
                    ? new RsaVerifier(this, (PublicKey) own(key), type, charset)
                    : new RsaVerifier(key, type, charset);
        } catch (GeneralSecurityException notTaken) {
            return new RsaVerifier(key, type, charset);
        }
    }

    /** Of other keys libraries differ in what they take; Alipay's tools make none. */
    private static boolean isUsual(BigInteger modulus, BigInteger exponent) {
        return modulus.bitLength() >= 1024 && modulus.bitLength() <= 4096 && exponent.equals(RSAKeyGenParameterSpec.F4);
    }

    private Key own(Key key) throws GeneralSecurityException {
        return library.isPresent() ? translated(key, library.get()) : key;
    }

    static Key translated(Key key, Provider provider) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA", provider).translateKey(key);
        } catch (IllegalArgumentException | UnsupportedOperationException notTaken) {
            throw new InvalidKeyException("the library does not take this key");
        }
    }

    /** A new one, for one text. */
    Signature signature(SignType type) throws GeneralSecurityException {
        return library.isPresent()
                ? Signature.getInstance(type.algorithm(), library.get())
                : Signature.getInstance(type.algorithm());
    }

    /** Who does it. */
    @Override
    public String toString() {
        return provider();
    }
}
