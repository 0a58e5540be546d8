package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The list of public types, so that a type becomes public by decision and not by accident. */
class PublicTypesTest {
    private static final Path LIST = Path.of("src/test/resources/house/public-types.txt");

    @Test
    void listsEveryPublicType() {
        assertThat(differences(Repository.text(LIST).lines().toList(), publicTypes()))
                .as("edit " + LIST)
                .isEmpty();
    }

    @Test
    void listsTypesSortedAndOnce() {
        List<String> lines = Repository.text(LIST).lines().toList();
        assertThat(lines).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void saysWhichLinesToAddAndRemove() {
        assertThat(differences(List.of("a.Kept", "a.Gone"), List.of("a.Kept", "a.New")))
                .containsExactly("add    a.New", "remove a.Gone");
        assertThat(differences(List.of("a.Kept"), List.of("a.Kept"))).isEmpty();
    }

    private static List<String> differences(List<String> listed, List<String> found) {
        List<String> differences = new ArrayList<>();
        found.stream().filter(type -> !listed.contains(type)).forEach(type -> differences.add("add    " + type));
        listed.stream().filter(type -> !found.contains(type)).forEach(type -> differences.add("remove " + type));
        return differences;
    }

    private static List<String> publicTypes() {
        return StreamSupport.stream(Repository.mainClasses().spliterator(), false)
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }
}
