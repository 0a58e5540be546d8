package org.paysign.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The rules of "Java style" in architecture.md that one class can break by itself. */
final class JavaRules {
    private static final String BAD_NAME = "Abstract.*|.*(Base|Impl|Manager|Helper|Util|Utils)";
    private static final int MAX_PARAMETERS = 4;
    private static final Set<String> INJECTIONS = Set.of(
            "Inject",
            "Autowired",
            "Resource",
            "Value",
            "Qualifier",
            "BeanInject",
            "PropertyInject",
            "EndpointInject",
            "Produce",
            "PersistenceContext");

    private JavaRules() {}

    static ArchRule classesAreNamedAfterTheDomain() {
        return classes().should(check("be named after the domain", (type, events) -> {
            if (type.getSimpleName().matches(BAD_NAME)) {
                breach(events, type, type.getName() + " has a name from the workshop; take a word of the domain");
            }
        }));
    }

    static ArchRule noStateInStatics() {
        return fields().that()
                .areStatic()
                .and(describe("are written by hand", (JavaField field) -> !field.getModifiers()
                        .contains(JavaModifier.SYNTHETIC)))
                .should(new ArchCondition<>("hold no state") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        String type = field.getRawType().getName();
                        boolean changes = type.startsWith("java.util.concurrent.atomic.")
                                || type.equals("java.lang.ThreadLocal")
                                || type.startsWith("java.util.concurrent.Concurrent");
                        if (changes || !field.getModifiers().contains(JavaModifier.FINAL)) {
                            breach(events, field, field.getFullName() + " holds state for the whole JVM; inject it");
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith(describe(
                        "that injects",
                        annotation ->
                                INJECTIONS.contains(annotation.getRawType().getSimpleName())))
                .allowEmptyShould(true);
    }

    static ArchRule fewConstructorParameters() {
        return constructors()
                .should(new ArchCondition<>("have at most " + MAX_PARAMETERS + " parameters") {
                    @Override
                    public void check(JavaConstructor constructor, ConditionEvents events) {
                        int count = writtenParameters(constructor);
                        if (count > MAX_PARAMETERS) {
                            breach(
                                    events,
                                    constructor,
                                    constructor.getFullName() + " has " + count
                                            + " parameters; group them in a record or split the class");
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule timeComesFromAClock() {
        return classes().should(check("take the time from an injected Clock", TimeRule::check));
    }

    /** Runs the check on every class of ours; package-info files are no classes of anybody's. */
    static ArchCondition<JavaClass> check(String text, ClassCheck check) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getSimpleName().equals("package-info")) {
                    check.check(type, events);
                }
            }
        };
    }

    static void breach(ConditionEvents events, Object where, String text) {
        events.add(SimpleConditionEvent.violated(where, text));
    }

    private static int writtenParameters(JavaConstructor constructor) {
        JavaClass owner = constructor.getOwner();
        if (owner.isRecord() || owner.isAnonymousClass() || owner.isLocalClass()) {
            return 0;
        }
        boolean inner = owner.isInnerClass() && !owner.getModifiers().contains(JavaModifier.STATIC);
        int added = owner.isEnum() ? 2 : inner ? 1 : 0; // by the compiler: name and ordinal, the outer object
        return constructor.getRawParameterTypes().size() - added;
    }

    /** What to check on one class. */
    @FunctionalInterface
    interface ClassCheck {
        void check(JavaClass type, ConditionEvents events);
    }
}
