package org.paysign.notify;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.paysign.merchant.Merchant;
import org.paysign.signature.RsaKeys;
import org.paysign.support.AlipayNotice;
import org.paysign.support.SampleAgreement;
import org.paysign.support.SampleMerchant;
import org.paysign.support.Vectors;

/** The notice form as a target for Jazzer: whatever comes is refused in our words, or is what Alipay signed. */
public final class NoticeFuzz {

    private static final Merchant SHOP = SampleMerchant.valid().profile();
    private static final NoticeReader READER =
            new NoticeReader(appId -> List.of(SHOP), new StoredAgreements(List.of(SampleAgreement.valid())));
    private static final Set<Map<String, String>> SIGNED = seeds().values().stream()
            .map(form -> parsed(form).orElseThrow())
            .map(NoticeFuzz::told)
            .collect(Collectors.toUnmodifiableSet());

    private NoticeFuzz() {}

    /** Genuine forms, by name. */
    public static Map<String, byte[]> seeds() {
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        seeds.put("signed", AlipayNotice.signed().form());
        seeds.put("unsigned", AlipayNotice.unsigned().form());
        seeds.put("v2", AlipayNotice.signed().underV2().form());
        seeds.put("gbk", AlipayNotice.signed().withCharset("GBK").form());
        seeds.put("other-type", AlipayNotice.signed().with("notify_type", "new").form());
        seeds.put("ampersand", AlipayNotice.signed().with("body", "a&b=1").form());
        seeds.put("short", new AlipayNotice(Map.of("a", "1"), StandardCharsets.UTF_8, "RSA2", false).form());
        return seeds;
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Notice notice;
        try {
            notice = READER.read(input);
        } catch (RefusedNotice refused) {
            return;
        }
        Map<String, String> parsed = parsed(input).orElseThrow();
        check(parsed.equals(notice.fields()), "read otherwise than by java.net.URLDecoder");
        check("RSA2".equals(parsed.get("sign_type")), "another sign_type");
        check(SIGNED.contains(told(parsed)), "not what was signed");
        check(isSigned(parsed, Set.of("sign", "sign_type")) || isSigned(parsed, Set.of("sign")), "not signed");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("Taken although " + otherwise);
        }
    }

    /** Without the signature, which is checked by itself. */
    private static Map<String, String> told(Map<String, String> parsed) {
        Map<String, String> told = new HashMap<>(parsed);
        told.remove("sign");
        return Map.copyOf(told);
    }

    private static java.util.Optional<Map<String, String>> parsed(byte[] input) {
        String form = new String(input, StandardCharsets.ISO_8859_1);
        String charset = form.contains("=GBK") ? "GBK" : "UTF-8";
        Map<String, String> parsed = new TreeMap<>();
        for (String pair : form.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            String name = URLDecoder.decode(sides[0], StandardCharsets.US_ASCII);
            if (sides.length < 2 || parsed.put(name, URLDecoder.decode(sides[1], Charset.forName(charset))) != null) {
                return java.util.Optional.empty();
            }
        }
        return java.util.Optional.of(parsed);
    }

    private static boolean isSigned(Map<String, String> parsed, Set<String> without) {
        try {
            String content = new TreeMap<>(parsed)
                    .entrySet().stream()
                            .filter(entry -> !without.contains(entry.getKey()))
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("&"));
            Charset charset = "GBK".equals(parsed.get("charset")) ? Charset.forName("GBK") : StandardCharsets.UTF_8;
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(RsaKeys.publicKey(Vectors.key("ali.spki")));
            rsa.update(content.getBytes(charset));
            return rsa.verify(Base64.getDecoder().decode(parsed.getOrDefault("sign", "")));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}
