package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records end up in logs and exceptions: their text shows only what is listed here. */
class RecordTextTest {

    /** Components that may be shown: names, codes, states and settings, nothing personal and nothing secret. */
    private static final Set<String> HARMLESS = Set.of(
            "agreementNo",
            "algorithm",
            "alipay",
            "answered",
            "appId",
            "bySerial",
            "certificate",
            "code",
            "config",
            "digest",
            "answeredAt",
            "evidence",
            "externalAgreementNo",
            "file",
            "gateway",
            "heard",
            "id",
            "issuer",
            "keys",
            "merchant",
            "message",
            "name",
            "note",
            "path",
            "product",
            "random",
            "reason",
            "reported",
            "requestId",
            "resultStatus",
            "routes",
            "scene",
            "sentence",
            "setting",
            "signer",
            "state",
            "status",
            "target",
            "type",
            "why");

    private static Stream<Class<?>> records() {
        return StreamSupport.stream(Repository.mainClasses().spliterator(), false)
                .filter(type -> !type.getPackageName().startsWith("org.paysign.sandbox"))
                // What the demo plays is made up and meant to be shown.
                .filter(type -> !type.getPackageName().startsWith("org.paysign.cli.demo"))
                .filter(JavaClass::isRecord)
                .map(JavaClass::reflect);
    }

    @Test
    void findsTheRecords() {
        assertThat(records()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("records")
    void showsOnlyWhatIsHarmless(Class<?> type) throws ReflectiveOperationException {
        String text = Specimen.of(type).toString();
        assertThat(HARMLESS)
                .as("what %s shows; leave it out of its toString, or list it here", text)
                .containsAll(Specimen.marks(text));
    }

    @Test
    void findsWhatARecordShows() throws ReflectiveOperationException {
        assertThat(Specimen.of(Leaky.class).toString()).contains(Specimen.MARK + "password!");
        assertThat(Specimen.marks(Specimen.of(Leaky.class).toString())).containsExactlyInAnyOrder("password", "fields");
    }

    private record Leaky(String password, Map<String, String> fields) {}
}
