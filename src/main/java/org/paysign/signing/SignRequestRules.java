package org.paysign.signing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.paysign.queue.Violation;

/**
 * What a sign request has to look like; thread-safe.
 *
 * <p>Violations come sorted by path, one a field, at most 20; none shows a value that was sent.
 */
final class SignRequestRules {
    private static final String BIZ_CONTENT = "/bizContent";
    private static final int MOST = 20;

    private final SchemaCheck envelope = new SchemaCheck("sign-request.schema.json");
    private final SchemaCheck bizContent = new SchemaCheck("biz-content.schema.json");

    /** What is wrong with the request around bizContent, whose fields are checked after the merge. */
    List<Violation> checkEnvelope(JsonNode request) {
        return report(envelope.check(request, ""));
    }

    /**
     * What is wrong with the fields for Alipay.
     *
     * @param merged bizContent over the profile's defaults
     * @param charset the charset in which the profile signs and sends
     */
    List<Violation> checkBizContent(JsonNode merged, Charset charset) {
        if (!merged.isObject()) {
            return report(bizContent.check(merged, BIZ_CONTENT));
        }
        ValueCheck values = new ValueCheck(charset);
        JsonNode admitted = values.admitted(merged, BIZ_CONTENT);
        List<Violation> found = new ArrayList<>(values.violations());
        found.addAll(bizContent.check(admitted, BIZ_CONTENT));
        return report(found);
    }

    /** What is passed on although Alipay's documents do not cover it: sentences for the reply, at most 20. */
    List<String> warnings(JsonNode merged) {
        Stream<Violation> unknown = bizContent.unknownFields(merged, BIZ_CONTENT).stream()
                .map(path -> new Violation(path, "is not a documented field and is passed on as it is"));
        Stream<Violation> unusual = Stream.of(merged.path("external_agreement_no"))
                .filter(number -> !number.asText().matches("[A-Za-z0-9]*"))
                .map(number -> new Violation(
                        BIZ_CONTENT + "/external_agreement_no", "is documented as letters and digits only"));
        return report(Stream.concat(unknown, unusual).toList()).stream()
                .map(warning -> warning.path() + " " + warning.message())
                .toList();
    }

    /** Keeps the first violation of each field and drops those inside a field that is wrong itself. */
    private static List<Violation> report(List<Violation> found) {
        NavigableMap<String, Violation> byPath = new TreeMap<>();
        found.forEach(violation -> byPath.putIfAbsent(violation.path(), violation));
        return byPath.values().stream()
                .filter(violation -> parents(violation.path()).noneMatch(byPath::containsKey))
                .limit(MOST)
                .toList();
    }

    private static Stream<String> parents(String path) {
        return Stream.iterate(path.lastIndexOf('/'), end -> end >= 0, end -> path.lastIndexOf('/', end - 1))
                .map(end -> path.substring(0, end));
    }
}
