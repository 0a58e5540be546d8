package org.paysign.sandbox;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class SandboxArrowsTest {

    @Test
    void sharesNoCodeWithTheBundle() {
        var sandbox = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.paysign.sandbox");

        noClasses()
                .that()
                .resideInAPackage("org.paysign.sandbox..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.paysign..").and(not(resideInAPackage("org.paysign.sandbox.."))))
                .check(sandbox);
    }
}
