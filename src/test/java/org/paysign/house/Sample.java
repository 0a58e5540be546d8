package org.paysign.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small bundle that keeps every route rule, and its broken variants. */
final class Sample {
    private static final String FILES =
            """
            ### 00-errors.camel.yaml
            - routeConfiguration:
                id: parks-poison
                description: Parks what cannot be processed.
                onException:
                  - onException:
                      exception: [java.lang.IllegalArgumentException]
                      redeliveryPolicy: {maximumRedeliveries: "{{paysign.retries}}", retryAttemptedLogLevel: WARN}
                      handled: {constant: {expression: "true"}}
                      steps:
                        - to: {uri: jms, parameters: {destinationName: "{{paysign.queue.parked}}"}}
            ### 05-beans.camel.yaml
            - beans:
                - name: signing
                  type: org.paysign.signing.Signing
                  properties: {silence: "{{paysign.silence}}", store: "#bean:store", strict: true}
            ### 10-sign-request.camel.yaml
            - route:
                id: sign-request
                description: Answers every sign request, so that a caller may repeat it.
                routeConfigurationId: parks-poison
                from:
                  uri: jms
                  parameters:
                    destinationName: "{{paysign.queue.request}}"
                    concurrentConsumers: "{{paysign.consumers}}"
                    transacted: true
                    cacheLevelName: CACHE_CONSUMER
                  steps:
                    - log: {message: asked}
                    - bean: {id: read-it, ref: signing, method: sign}
                    - choice:
                        when:
                          - expression: {simple: {expression: "${header.code} in '7002,6002'"}}
                            steps:
                              - to: {uri: "{{paysign.echo}}"}
                        otherwise:
                          steps:
                            - to: {uri: direct:refuse-request}
            - route:
                id: refuse-request
                description: Turns a request away with its reason.
                routeConfigurationId: parks-poison
                from:
                  uri: direct:refuse-request
                  steps:
                    - setBody: {expression: {simple: {expression: "${body}"}}}
                    - setHeader: {name: CamelHttpResponseCode, expression: {constant: {expression: "200"}}}
                    - toD: {uri: "${variable.target}", parameters: {httpMethod: POST}}
            # nothing further
            """;
    private static final Map<String, String> CONFIG = Map.of(
            "paysign.queue.request",
            "paysign.sign.request",
            "paysign.queue.parked",
            "paysign.parked",
            "paysign.lost",
            "jms:queue:lost?deliveryPersistent=true",
            "paysign.outcome.ended",
            "jms:queue:ended");

    private Sample() {}

    static RouteSet clean() {
        return parse(FILES);
    }

    /** The sample with one piece of text, in a file or in a file's name, replaced. */
    static RouteSet withReplaced(String text, String other) {
        if (!FILES.contains(text)) {
            throw new IllegalArgumentException("the sample does not contain " + text);
        }
        return parse(FILES.replace(text, other));
    }

    private static RouteSet parse(String files) {
        List<RouteFile> parsed = new ArrayList<>();
        for (String part : List.of(files.split("(?m)^### ", -1))) {
            int end = part.indexOf('\n');
            if (end > 0) {
                parsed.add(RouteFile.parse(part.substring(0, end), part.substring(end + 1)));
            }
        }
        return new RouteSet(List.copyOf(parsed), CONFIG, "bind(\"store\")");
    }
}
