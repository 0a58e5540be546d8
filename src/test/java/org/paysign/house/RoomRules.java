package org.paysign.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The rules about packages: what each is called and what it may know; the table stands in {@link Rooms}. */
final class RoomRules {
    private static final String BAD_PACKAGE = ".*\\.(util|common|impl|service|dto|constants)(\\..*)?";

    private RoomRules() {}

    static ArchRule arrows() {
        return classes().should(JavaRules.check("depend only on the rooms it has an arrow to", RoomRules::strayArrows));
    }

    static ArchRule agreementIsPlainJava() {
        return classes()
                .that()
                .resideInAPackage("org.paysign.agreement..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.paysign.agreement..")
                .allowEmptyShould(true);
    }

    static ArchRule noCycles() {
        return slices().matching("org.paysign.(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule camelOnlyWhereItBelongs() {
        return noClasses()
                .that(outside(Rooms.KNOW_CAMEL))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.apache.camel..").and(not(belongToAnyOf(Rooms.CAMEL_ANNOTATIONS))))
                .allowEmptyShould(true);
    }

    static ArchRule packagesAreNamedAfterTheDomain() {
        return classes().should(JavaRules.check("lie in a package named after the domain", (type, events) -> {
            if (type.getPackageName().matches(BAD_PACKAGE)) {
                JavaRules.breach(
                        events,
                        type,
                        type.getName() + " lies in a package that says nothing; name it after the domain");
            }
        }));
    }

    static ArchRule packagesAreNullMarked() {
        return classes().should(JavaRules.check("lie in a @NullMarked package", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                JavaRules.breach(events, type, type.getPackageName() + " needs a package-info.java with @NullMarked");
            }
        }));
    }

    static ArchRule onlyTheCliPrints() {
        return noClasses()
                .that(outside(Rooms.PRINT))
                .should()
                .accessField(System.class, "out")
                .allowEmptyShould(true);
    }

    private static void strayArrows(JavaClass type, ConditionEvents events) {
        String room = Rooms.of(type.getPackageName());
        Set<String> allowed = Rooms.ARROWS.get(room);
        if (allowed == null) {
            JavaRules.breach(
                    events, type, type.getName() + " lies in an unknown room; give " + room + " its arrows in Rooms");
            return;
        }
        type.getDirectDependenciesFromSelf().forEach(dependency -> {
            String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
            String other = Rooms.isOurs(target) ? Rooms.of(target) : room;
            if (!other.equals(room) && !allowed.contains(other) && allowed != Rooms.EVERY_ROOM) {
                JavaRules.breach(
                        events,
                        dependency,
                        dependency.getDescription() + "; no arrow leads from " + room + " to "
                                + (other.equals(Rooms.ROOT) ? "Application" : other));
            }
        });
    }

    private static DescribedPredicate<JavaClass> outside(Set<String> rooms) {
        return describe(
                "lie outside " + rooms.stream().sorted().toList(),
                type -> !rooms.contains(Rooms.of(type.getPackageName())));
    }
}
