package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The mini program's files, tested by Node's own test runner. */
class MiniProgramTest {

    private static final String TESTS = "src/test/js/mini-program.test.cjs";

    @Test
    void worksWithEveryPhone() throws IOException, InterruptedException {
        Optional<Path> node = node();
        if (node.isEmpty()) {
            abort("There is no Node here: apt-get install nodejs (18 or newer), then node --test " + TESTS);
        }
        Process process = new ProcessBuilder(node.orElseThrow().toString(), "--test", "--test-reporter=tap", TESTS)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("# fail 0").doesNotContain("# pass 0");
    }

    private static Optional<Path> node() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
