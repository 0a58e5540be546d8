package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Proves on small compiled samples that every Java rule finds its breach and leaves the clean sample alone. */
class JavaRulesTest {
    private static final String STORE = "package org.paysign.store; public class Store { public Object o; }";
    private static final String SANDBOX = "package org.paysign.sandbox; public class Gateway {}";
    private static final String FIVE = "(int a, int b, int c, int d, int e) {}";
    private static final String MARKED = "@org.jspecify.annotations.NullMarked package org.paysign.";

    /** Rule, part of the finding, sources that break the rule. */
    @SuppressWarnings("unused") // read by @FieldSource
    static final List<Arguments> BREACHES = List.of(
            breach(RoomRules.arrows(), "from signature to store", STORE, in("signature", "org.paysign.store.Store s;")),
            breach(RoomRules.arrows(), "from http to sandbox", SANDBOX, in("http", "org.paysign.sandbox.Gateway g;")),
            breach(RoomRules.arrows(), "from sandbox to store", STORE, in("sandbox", "org.paysign.store.Store[] s;")),
            breach(RoomRules.arrows(), "from http to Application", in("http", "org.paysign.Application a;")),
            breach(RoomRules.arrows(), "unknown room; give cellar", in("cellar", "")),
            breach(RoomRules.agreementIsPlainJava(), "org.slf4j.Logger", in("agreement", "org.slf4j.Logger log;")),
            breach(
                    RoomRules.noCycles(),
                    "Cycle detected",
                    "package org.paysign.store; public class Store { org.paysign.outcome.Outcome o; }",
                    "package org.paysign.outcome; public class Outcome { org.paysign.store.Store s; }"),
            breach(RoomRules.camelOnlyWhereItBelongs(), "Exchange", in("store", "org.apache.camel.Exchange e;")),
            breach(RoomRules.packagesAreNamedAfterTheDomain(), "says nothing", in("store.impl", "")),
            breach(JavaRules.classesAreNamedAfterTheDomain(), "workshop", named("StoreHelper")),
            breach(JavaRules.classesAreNamedAfterTheDomain(), "workshop", named("AbstractStore")),
            breach(RoomRules.packagesAreNullMarked(), "org.paysign.store needs a package-info", in("store", "")),
            breach(JavaRules.noStateInStatics(), "Sample.count holds state", in("store", "static int count;")),
            breach(
                    JavaRules.noStateInStatics(),
                    "Sample.CACHE holds state",
                    in(
                            "store",
                            "static final java.util.concurrent.ConcurrentMap<String, String> CACHE ="
                                    + " new java.util.concurrent.ConcurrentHashMap<>();")),
            breach(
                    JavaRules.noFieldInjection(),
                    "Sample.bean",
                    in("queue", "@org.apache.camel.BeanInject Object bean;")),
            breach(JavaRules.fewConstructorParameters(), "has 5 parameters", in("store", "Sample" + FIVE)),
            breach(
                    JavaRules.timeComesFromAClock(),
                    "injected Clock",
                    in("store", "Object o = java.time.Instant.now();")),
            breach(
                    JavaRules.timeComesFromAClock(),
                    "injected Clock",
                    in("store", "long t = System.currentTimeMillis();")),
            breach(
                    JavaRules.timeComesFromAClock(),
                    "injected Clock",
                    in("store", "java.util.function.Supplier<?> s = java.time.Instant::now;")),
            breach(
                    JavaRules.timeComesFromAClock(),
                    "have the Clock injected",
                    in("store", "Object o = java.time.Clock.systemUTC();")),
            breach(JavaRules.timeComesFromAClock(), "use java.time", in("store", "Object o = new java.util.Date();")),
            breach(JavaRules.timeComesFromAClock(), "keeps or passes", in("store", "java.util.Date date;")),
            breach(RoomRules.onlyTheCliPrints(), "System.out", in("store", "{ System.out.println(); }")));

    private static final List<ArchRule> RULES = List.of(
            RoomRules.arrows(),
            RoomRules.agreementIsPlainJava(),
            RoomRules.noCycles(),
            RoomRules.camelOnlyWhereItBelongs(),
            RoomRules.packagesAreNamedAfterTheDomain(),
            JavaRules.classesAreNamedAfterTheDomain(),
            RoomRules.packagesAreNullMarked(),
            JavaRules.noStateInStatics(),
            JavaRules.noFieldInjection(),
            JavaRules.fewConstructorParameters(),
            JavaRules.timeComesFromAClock(),
            RoomRules.onlyTheCliPrints());

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @FieldSource("BREACHES")
    void findsTheBreach(ArchRule rule, String finding, List<String> sources) {
        JavaClasses classes = Compiled.classes(folder, sources.toArray(String[]::new));
        assertThat(rule.evaluate(classes).getFailureReport().getDetails())
                .anySatisfy(line -> assertThat(line).contains(finding));
    }

    @Test
    void leavesTheCleanSampleAlone() {
        JavaClasses classes = Compiled.classes(
                folder,
                MARKED + "agreement;",
                MARKED + "store;",
                MARKED + "cli;",
                MARKED + "queue;",
                "package org.paysign.agreement; public enum State { SIGNED(\"s\", 1, 2, 3); State(String a, int b, int c,"
                        + " int d) {} }",
                "package org.paysign.store; public record Database(int a, int b, int c, int d, Object e) {"
                        + " static final String NAME = \"x\"; }",
                "package org.paysign.store; class Rows { Object at(java.time.Clock clock,"
                        + " java.security.cert.X509Certificate c, org.paysign.agreement.State s) {"
                        + " System.nanoTime(); c.getNotAfter().toInstant(); return java.time.Instant.now(clock); } }",
                "package org.paysign.queue; class Parking { Parking(org.apache.camel.Exchange e) {} }",
                "package org.paysign.cli; class Run { { System.out.println(java.time.Instant.now()); } }");
        for (ArchRule rule : RULES) {
            assertThat(rule.evaluate(classes).getFailureReport().getDetails())
                    .as(rule.getDescription())
                    .isEmpty();
        }
    }

    @Test
    void findsLongFile() {
        Path path = Path.of("Long.java");
        assertThat(SourceRules.longFiles(Map.of(path, "line\n".repeat(201))))
                .singleElement()
                .asString()
                .contains("201");
        assertThat(SourceRules.longFiles(Map.of(path, "line\n".repeat(200)))).isEmpty();
    }

    private static Arguments breach(ArchRule rule, String finding, String... sources) {
        return Arguments.of(rule, finding, List.of(sources));
    }

    private static String in(String room, String body) {
        return "package org.paysign." + room + "; class Sample { " + body + " }";
    }

    private static String named(String name) {
        return "package org.paysign.store; class " + name + " {}";
    }
}
