package org.paysign.signature;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A signed set of request parameters, as a form (encoded once) and as a signStr (encoded twice). */
public record SignedForm(Map<String, String> parameters, Charset charset) {

    public SignedForm {
        parameters = Map.copyOf(parameters);
    }

    /** Signs the parameters and adds {@code sign}. */
    public static SignedForm of(Map<String, String> parameters, Charset charset, Signer signer) {
        Map<String, String> signed = new TreeMap<>(SignContent.sent(parameters));
        signed.put("sign", signer.sign(SignContent.of(signed)));
        return new SignedForm(signed, charset);
    }

    /** The form {@code name=value&...} with every value URL-encoded in the charset, sorted by name. */
    public String encoded() {
        return encoded(name -> true);
    }

    /** The form without one parameter, for those that travel in the query string; the signature covers it all the same. */
    public String encodedWithout(String parameter) {
        return encoded(name -> !name.equals(parameter));
    }

    private String encoded(Predicate<String> sent) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(entry -> sent.test(entry.getKey()))
                        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), charset))
                        .collect(Collectors.joining("&"));
    }

    /**
     * The form encoded as a whole once more: what {@code my.paySignCenter} takes.
     *
     * @see <a href="https://opendocs.alipay.com/mini/api/paysigncenter">my.paySignCenter</a>
     */
    public String signStr() {
        return URLEncoder.encode(encoded(), StandardCharsets.US_ASCII);
    }

    /** Names only: values may be personal. */
    @Override
    public String toString() {
        return "SignedForm" + parameters.keySet();
    }
}
