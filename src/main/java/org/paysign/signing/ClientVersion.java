package org.paysign.signing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** An Alipay client's version, compared number by number: 10.0.9 is older than 10.0.18. */
record ClientVersion(List<BigInteger> parts) implements Comparable<ClientVersion> {

    /** The first client with my.paySignCenter. */
    static final ClientVersion FIRST_WITH_PAY_SIGN_CENTER = of("10.0.18");

    static ClientVersion of(String text) {
        return new ClientVersion(
                Arrays.stream(text.split("\\.", -1)).map(BigInteger::new).toList());
    }

    @Override
    public int compareTo(ClientVersion other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = part(i).compareTo(other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger part(int i) {
        return i < parts.size() ? parts.get(i) : BigInteger.ZERO;
    }
}
