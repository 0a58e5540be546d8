package org.paysign.signature;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/**
 * What Alipay names a certificate by, read from its DER (RFC 5280, 4.1) because the JDK refuses certificates with an SM2 key
 * as a whole, and Alipay's root file begins with one.
 *
 * @param algorithm the object identifier of the issuer's signature, in dots
 */
record CertificateName(String algorithm, X500Principal issuer, BigInteger number) {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int VERSION = 0xa0;

    static CertificateName of(byte[] certificate) {
        try {
            ByteBuffer fields = value(value(ByteBuffer.wrap(certificate), SEQUENCE), SEQUENCE);
            if ((fields.get(fields.position()) & 0xff) == VERSION) {
                value(fields, VERSION);
            }
            BigInteger number = new BigInteger(bytes(value(fields, INTEGER)));
            String algorithm = dotted(value(value(fields, SEQUENCE), OBJECT_IDENTIFIER));
            ByteBuffer issuer = fields.duplicate();
            value(fields, SEQUENCE);
            return new CertificateName(algorithm, new X500Principal(bytes(issuer.limit(fields.position()))), number);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw new IllegalArgumentException("a certificate in it is damaged: download it again");
        }
    }

    /** Lower-case hex MD5 of the issuer's RFC 2253 name and the number in decimal: an identifier, no protection. */
    String serial() {
        try {
            byte[] text = (issuer.getName() + number).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("This Java has no MD5: use a complete JDK or JRE", broken);
        }
    }

    /** The content of the next value, which must have this tag; the buffer goes behind it. */
    private static ByteBuffer value(ByteBuffer der, int tag) {
        if ((der.get() & 0xff) != tag) {
            throw new IllegalArgumentException();
        }
        int length = der.get() & 0xff;
        if (length > 0x80) {
            int size = 0;
            for (int i = length & 0x7f; i > 0; i--) {
                size = (size << 8) | (der.get() & 0xff);
            }
            length = size;
        }
        ByteBuffer content = der.slice(der.position(), length);
        der.position(der.position() + length);
        return content;
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    private static String dotted(ByteBuffer identifier) {
        int first = identifier.get() & 0xff;
        StringBuilder dotted =
                new StringBuilder().append(first / 40).append('.').append(first % 40);
        long arc = 0;
        while (identifier.hasRemaining()) {
            byte next = identifier.get();
            arc = (arc << 7) | (next & 0x7f);
            if (next >= 0) {
                dotted.append('.').append(arc);
                arc = 0;
            }
        }
        return dotted.toString();
    }
}
