package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows and the Java style of architecture.md; {@link JavaRulesTest} proves that each rule bites. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Repository.mainClasses();

    @Test
    void findsTheClasses() {
        assertThat(CLASSES).isNotEmpty();
    }

    @Test
    void followsTheArrows() {
        RoomRules.arrows().check(CLASSES);
    }

    @Test
    void keepsAgreementPlainJava() {
        RoomRules.agreementIsPlainJava().check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        RoomRules.noCycles().check(CLASSES);
    }

    @Test
    void knowsCamelOnlyWhereItBelongs() {
        RoomRules.camelOnlyWhereItBelongs().check(CLASSES);
    }

    @Test
    void namesPackagesAfterTheDomain() {
        RoomRules.packagesAreNamedAfterTheDomain().check(CLASSES);
    }

    @Test
    void namesClassesAfterTheDomain() {
        JavaRules.classesAreNamedAfterTheDomain().check(CLASSES);
    }

    @Test
    void marksEveryPackageForNulls() {
        RoomRules.packagesAreNullMarked().check(CLASSES);
    }

    @Test
    void keepsNoStateInStatics() {
        JavaRules.noStateInStatics().check(CLASSES);
    }

    @Test
    void injectsNoFields() {
        JavaRules.noFieldInjection().check(CLASSES);
    }

    @Test
    void keepsConstructorsSmall() {
        JavaRules.fewConstructorParameters().check(CLASSES);
    }

    @Test
    void takesTimeFromAClock() {
        JavaRules.timeComesFromAClock().check(CLASSES);
    }

    @Test
    void printsOnlyInTheCli() {
        RoomRules.onlyTheCliPrints().check(CLASSES);
    }

    @Test
    void keepsFilesShort() {
        Map<Path, String> sources = Repository.files("src/main/java", ".java").stream()
                .collect(Collectors.toMap(path -> path, Repository::text));
        assertThat(SourceRules.longFiles(sources)).isEmpty();
    }
}
