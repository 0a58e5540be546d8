package org.paysign.signature;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Reads RSA keys in every form merchants have them: PEM or bare Base64, private keys as PKCS#8 or PKCS#1, public keys as
 * X.509 SubjectPublicKeyInfo.
 */
public final class RsaKeys {

    /** The fixed part of a PKCS#8 header: version 0, then AlgorithmIdentifier rsaEncryption with NULL (RFC 5958). */
    private static final byte[] PKCS8_RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final String BEGIN = "-----BEGIN";
    private static final byte SEQUENCE = 0x30;
    private static final byte OCTET_STRING = 0x04;

    private RsaKeys() {}

    /**
     * Reads a private key.
     *
     * @throws IllegalArgumentException if the text is no RSA private key; the message never holds any of it
     */
    public static PrivateKey privateKey(String text) {
        if (text.contains("ENCRYPTED")) {
            throw new IllegalArgumentException(
                    "the key is protected by a password: store it without, readable only by PaySign");
        }
        byte[] der = base64(text);
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            try {
                return rsa.generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException notPkcs8) {
                return rsa.generatePrivate(new PKCS8EncodedKeySpec(wrapPkcs1(der)));
            }
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalArgumentException("not an RSA private key: give PEM or Base64 of PKCS#8 or PKCS#1");
        }
    }

    /**
     * Reads a public key.
     *
     * @throws IllegalArgumentException if the text is no RSA public key
     */
    public static PublicKey publicKey(String text) {
        if (text.contains("CERTIFICATE")) {
            throw new IllegalArgumentException(
                    "this is a certificate: give it as alipay-cert, with app-cert and alipay-root-cert");
        }
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(base64(text)));
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalArgumentException(
                    "not an RSA public key: give PEM or Base64 of X.509 (SubjectPublicKeyInfo)");
        }
    }

    /**
     * The public half of a private key.
     *
     * @throws IllegalArgumentException if the key does not tell it
     */
    public static PublicKey publicHalf(PrivateKey key) {
        try {
            if (key instanceof RSAPrivateCrtKey whole) {
                return KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent()));
            }
        } catch (GeneralSecurityException broken) {
            // said below
        }
        throw new IllegalArgumentException("the private key does not tell its public half: make a new pair");
    }

    /** The bytes of PEM or bare Base64, of one key. */
    static byte[] base64(String text) {
        if (text.indexOf(BEGIN) != text.lastIndexOf(BEGIN)) {
            throw new IllegalArgumentException("more than one key: give a file with the one that is meant");
        }
        String bare = text.replaceAll("-----[A-Z0-9 ]+-----", "").replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(bare);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("neither PEM nor Base64");
        }
    }

    private static byte[] wrapPkcs1(byte[] pkcs1) {
        byte[] key = tagged(OCTET_STRING, pkcs1);
        byte[] content = ByteBuffer.allocate(PKCS8_RSA.length + key.length)
                .put(PKCS8_RSA)
                .put(key)
                .array();
        return tagged(SEQUENCE, content);
    }

    private static byte[] tagged(byte tag, byte[] content) {
        ByteBuffer der = ByteBuffer.allocate(content.length + 4).put(tag);
        if (content.length < 0x80) {
            der.put((byte) content.length);
        } else if (content.length < 0x100) {
            der.put((byte) 0x81).put((byte) content.length);
        } else {
            der.put((byte) 0x82).putShort((short) content.length);
        }
        der.put(content).flip();
        byte[] exact = new byte[der.remaining()];
        der.get(exact);
        return exact;
    }
}
