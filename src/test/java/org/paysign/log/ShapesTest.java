package org.paysign.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapesTest {

    private static final long SEED = 20_261_128;
    private static final int TEXTS = 200_000;

    /** What numbers, addresses, runs and secrets are made of, and what parts them. */
    private static final String[] PARTS = {
        "1",
        "3",
        "9",
        "0",
        "138",
        "5285",
        "2877",
        "13852852877",
        "+86",
        "19900307",
        "-",
        " ",
        "*",
        "**",
        "@",
        "%40",
        "%22",
        "a",
        "Zq7",
        "x.cn",
        ".",
        "://",
        "/",
        "=",
        "_",
        "whsec_",
        "aB3dE5gH7jK9mN1pQ3sT",
        "\\",
        "agreement",
        "张",
        "\n"
    };

    @Test
    void leavesNoPatternOutThatCouldMatch() {
        Random random = new Random(SEED);
        int masked = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(14); part >= 0; part--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            String asked = Shapes.searched(text.toString());
            assertThat(Shapes.masked(text.toString())).isEqualTo(asked);
            masked += asked.contentEquals(text) ? 0 : 1;
        }
        assertThat(masked).as("texts that have something to hide").isBetween(TEXTS / 20, TEXTS);
    }
}
