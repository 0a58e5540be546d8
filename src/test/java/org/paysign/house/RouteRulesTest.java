package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Proves on small samples that every route rule finds its breach and leaves the clean sample alone. */
class RouteRulesTest {
    private static final RouteRule SCHEMA = new SchemaRule();
    private static final RouteRule NAMES = new NameRule();
    private static final RouteRule DESCRIPTIONS = new DescriptionRule();
    private static final RouteRule SHAPE = new ShapeRule();
    private static final RouteRule LOGIC = new LogicRule();
    private static final RouteRule LITERALS = new LiteralRule();
    private static final RouteRule LINKS = new LinkRule();
    private static final RouteRule ERRORS = new ErrorHandlingRule();

    private static final String OTHERWISE_FIRST = "        - choice: {otherwise: {steps: []}, when: []}\n";
    private static final String NOTHING_FURTHER = "# nothing further\n";
    private static final String ASKED = "        - log: {message: asked}\n";
    private static final String ONE_READER_MORE =
            "- route: {id: again, from: {uri: direct:refuse-request, steps: []}}\n";

    /** Rule, text of the clean sample, what to put in its place, a part of the finding. */
    @SuppressWarnings("unused") // read by @FieldSource
    static final List<Arguments> BREACHES = List.of(
            breach(SCHEMA, "ref: signing, method", "reference: signing, method", "reference"),
            breach(SCHEMA, "- to: {uri: \"{{paysign.echo}}\"}", "- to: \"{{paysign.echo}}\"", "/0/route"),
            breach(NAMES, "10-sign-request.camel.yaml", "10-SignRequest.camel.yaml", "NN-<id"),
            breach(NAMES, "10-sign-request.camel.yaml", "10-sign.camel.yaml", "has the id sign;"),
            breach(NAMES, "id: refuse-request", "id: refuse", "call both"),
            breach(NAMES, "uri: direct:refuse-request", "uri: \"{{paysign.other}}\"", "reads direct:refuse-request"),
            breach(NAMES, "id: read-it", "id: bean-4711", "looks generated"),
            breach(NAMES, "id: read-it", "id: readIt", "kebab-case"),
            breach(NAMES, "id: read-it", "id: refuse-request", "is taken"),
            breach(NAMES, "id: sign-request\n", "group: none\n", "give it an id"),
            breach(NAMES, NOTHING_FURTHER, "- onException: {}\n", "only route entries"),
            breach(DESCRIPTIONS, "    description: Turns a request away with its reason.\n", "", "one sentence"),
            breach(DESCRIPTIONS, "with its reason.", "with its reason", "one sentence"),
            breach(DESCRIPTIONS, "with its reason.", "with its reason. Then stops.", "one sentence"),
            breach(DESCRIPTIONS, "Parks what cannot be processed.", "Parks.", "one sentence"),
            breach(SHAPE, ASKED, ASKED.repeat(8), "10 steps; split it"),
            breach(SHAPE, "- to: {uri: direct:refuse-request}", "- choice: {when: []}", "inside a choice"),
            breach(SHAPE, "- to: {uri: direct:refuse-request}", "- log: {message: no}", "otherwise branch must end"),
            breach(SHAPE, "- to: {uri: \"{{paysign.echo}}\"}", "- stop: {}", "when branch must end"),
            breach(SHAPE, ASKED, OTHERWISE_FIRST, "when before otherwise"),
            breach(
                    LOGIC,
                    "- log: {message: asked}",
                    "- script: {expression: {groovy: {expression: x}}}",
                    "script is not"),
            breach(LOGIC, "simple: {expression: \"${body}\"}", "groovy: {expression: x}", "groovy is not"),
            breach(LOGIC, "- log: {message: asked}", "- to: {uri: sql, parameters: {query: x}}", "call a bean"),
            breach(LOGIC, "\"${body}\"", "\"select a from b where c\"", "looks like SQL"),
            breach(LOGIC, "\"${body}\"", "'{\"requestId\": \"${body}\"}'", "JSON template"),
            breach(LOGIC, "\"${body}\"", "\"${bean:signing?method=sign}\"", "inside a text"),
            breach(LOGIC, "method: sign}", "method: \"sign(${body})\"}", "plain name"),
            breach(LOGIC, "ref: signing, method", "beanType: org.paysign.X, method", "without ref"),
            breach(LOGIC, "ref: signing, method", "ref: singing, method", "no bean is called singing"),
            breach(LITERALS, "destinationName: \"{{paysign.queue.request}}\"", "destinationName: requests", "literal"),
            breach(LITERALS, "concurrentConsumers: \"{{paysign.consumers}}\"", "concurrentConsumers: 4", "literal"),
            breach(LITERALS, "\"{{paysign.echo}}\"", "http://localhost:8080/echo", "literal endpoint"),
            breach(LITERALS, "\"{{paysign.echo}}\"", "jms:echo", "literal endpoint"),
            breach(LITERALS, "\"{{paysign.echo}}\"", "\"jms:\"", "no target"),
            breach(LITERALS, "\"{{paysign.echo}}\"", "\"${header.to}\"", "use toD"),
            breach(LITERALS, "toD: {uri: \"${variable.target}\"", "toD: {uri: \"{{paysign.echo}}\"", "use to"),
            breach(LITERALS, "httpMethod: POST", "socketTimeout: 5s", "literal"),
            breach(LITERALS, "maximumRedeliveries: \"{{paysign.retries}}\"", "maximumRedeliveries: 3", "literal"),
            breach(LITERALS, "silence: \"{{paysign.silence}}\"", "silence: PT15M", "literal"),
            breach(
                    LITERALS,
                    "- log: {message: asked}",
                    "- delay: {expression: {constant: {expression: \"1000\"}}}",
                    "literal"),
            breach(LITERALS, "\"${body}\"", "'0/5 * * * * ?'", "literal"),
            breach(LINKS, "direct:refuse-request}", "direct:refuse}", "no route reads it"),
            breach(LINKS, "- to: {uri: direct:refuse-request}", "- stop: {}", "nothing sends to it"),
            breach(LINKS, "uri: direct:refuse-request\n", "uri: direct:sign-request\n", "no route reads it"),
            breach(LINKS, NOTHING_FURTHER, ONE_READER_MORE, "read by two routes"),
            breach(LINKS, "{{paysign.queue.parked}}", "{{paysign.queue.lost}}", "nobody reads the queue"),
            breach(LINKS, "{{paysign.echo}}", "{{paysign.lost}}", "nobody reads the queue lost"),
            breach(ERRORS, "routeConfigurationId: parks-poison\n", "group: none\n", "is not in 00-errors"),
            breach(
                    ERRORS,
                    "routeConfigurationId: parks-poison\n",
                    "routeConfigurationId: other\n",
                    "is not in 00-errors"),
            breach(ERRORS, "- log: {message: asked}", "- doTry: {steps: []}", "doTry belongs"),
            breach(ERRORS, NOTHING_FURTHER, "- onException: {}\n", "move it to 00-errors"),
            breach(ERRORS, "id: parks-poison\n", "id: idle\n", "no route names it"));

    @ParameterizedTest
    @FieldSource("BREACHES")
    void findsTheBreach(RouteRule rule, String text, String broken, String finding) {
        assertThat(rule.findings(Sample.withReplaced(text, broken)))
                .anySatisfy(line -> assertThat(line).contains(finding));
    }

    @Test
    void leavesTheCleanSampleAlone() {
        for (RouteRule rule : List.of(SCHEMA, NAMES, DESCRIPTIONS, SHAPE, LOGIC, LITERALS, LINKS, ERRORS)) {
            assertThat(rule.findings(Sample.clean()))
                    .as(rule.getClass().getSimpleName())
                    .isEmpty();
        }
    }

    @Test
    void letsOutcomesLeaveTheBundle() {
        assertThat(LINKS.findings(Sample.withReplaced("{{paysign.echo}}", "{{paysign.outcome.ended}}")))
                .isEmpty();
    }

    private static Arguments breach(RouteRule rule, String text, String broken, String finding) {
        return Arguments.of(rule, text, broken, finding);
    }
}
