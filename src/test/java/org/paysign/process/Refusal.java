package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the command line said when it would not start. */
record Refusal(int exitCode, String text) {

    /** Runs a verb that is expected to end by itself. */
    static Refusal of(String name, Map<String, String> keys, String... arguments)
            throws IOException, InterruptedException {
        Path output = Jvm.output("refusal-" + name);
        return of(Jvm.paysign(keys, output, List.of(arguments)), output);
    }

    /** Runs what is expected to end by itself and writes to this file. */
    static Refusal of(ProcessBuilder paysign, Path output) throws IOException, InterruptedException {
        Process process = paysign.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("paysign started instead of refusing, see " + output);
        }
        return new Refusal(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** One sentence for people: every word is in the one line that begins with the command's name. */
    void says(String... words) {
        assertThat(exitCode).as(text).isEqualTo(2);
        assertThat(text.lines().filter(line -> line.startsWith("paysign: ")))
                .singleElement()
                .asString()
                .contains(words);
        assertThat(text).doesNotContain("\tat ").doesNotContain("Exception");
    }
}
