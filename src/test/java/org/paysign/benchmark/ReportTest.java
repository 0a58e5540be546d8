package org.paysign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is written about figures is right, whatever they are; nothing is measured here. */
@NullUnmarked
class ReportTest {

    private final Figures figures = new Figures();

    @Test
    void printsAllRatiosInOrderThoughNothingWasRun() {
        assertThat(Report.of(figures).ratios().line())
                .isEqualTo("pipeline_embedded_over_openssl=nan pipeline_production_over_openssl=nan"
                        + " pipeline_embedded_over_sdk=nan results_over_pipeline=nan claim_1m_over_10k=nan"
                        + " p99_over_median=nan start_over_empty=nan start_archive_over_plain=nan");
    }

    @Test
    void dividesWithinEachRoundAndTakesTheMedian() {
        rounds(Name.OPENSSL, 1000, 2000, 4000);
        rounds(Name.RATE.in(Part.EMBEDDED), 500, 1200, 1600);

        Report report = Report.of(figures);

        assertThat(report.ratios().of("pipeline_embedded_over_openssl")).isEqualTo(new Spread(0.4, 0.5, 0.6));
        assertThat(report.ratios().line()).startsWith("pipeline_embedded_over_openssl=0.500 ");
        assertThat(report.ratioTable())
                .containsPattern("embedded +\\| at least 0.500 +\\| 0.500 +\\| 0.400 +\\| 0.600 +\\| yes");
    }

    @Test
    void leavesOutTheRoundInWhichOneOfTheTwoFailed() {
        rounds(Name.SDK, 100, 100, 100);
        figures.beginRound(2);
        figures.add(Name.RATE.in(Part.EMBEDDED), 300);

        assertThat(Report.of(figures).ratios().of("pipeline_embedded_over_sdk")).isEqualTo(new Spread(3, 3, 3));
    }

    @Test
    void warmsUpUntilTwoDrainsInARowAreHardlyFaster() {
        assertThat(drainsUntilSettled(1000, 1500, 1600, 1580, 1650)).isEqualTo(5);
        assertThat(drainsUntilSettled(1000, 1020, 900))
                .as("a slow moment is calm too")
                .isEqualTo(3);
        assertThat(drainsUntilSettled(100, 200, 210, 400, 410, 420)).isEqualTo(6);
        assertThat(drainsUntilSettled(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024))
                .as("at the latest")
                .isEqualTo(10);
    }

    private static int drainsUntilSettled(double... rates) {
        Settling settling = new Settling();
        int drains = 0;
        while (!settling.isOver(drains)) {
            settling.saw(rates[drains++]);
        }
        return drains;
    }

    @Test
    void takesTheWorseSetUp() {
        for (Part setup : List.of(Part.EMBEDDED, Part.PRODUCTION)) {
            boolean worse = setup == Part.PRODUCTION;
            rounds(Name.RATE.in(setup), 100);
            rounds(Name.RESULTS.in(setup), worse ? 140 : 200);
            rounds(Name.P50.in(setup), 2);
            rounds(Name.P99.in(setup), worse ? 30 : 6);
        }

        Ratios ratios = Report.of(figures).ratios();

        assertThat(ratios.of("results_over_pipeline").median()).isEqualTo(1.4);
        assertThat(ratios.of("p99_over_median").median()).isEqualTo(15);
        assertThat(Report.of(figures).ratioTable())
                .containsPattern("worse set-up +\\| at most 10.0 +\\| 15.0 .*\\| no");
    }

    @Test
    void replacesNothingButItsPartOfThePage() throws Exception {
        String page = Files.readString(Page.FILE);

        String written = Page.replaced(Page.replaced(page, "first\n"), "second\n");

        assertThat(written).contains(Page.BEGIN + "\nsecond\n" + Page.END).doesNotContain("first\n");
        assertThat(written).startsWith(page.substring(0, page.indexOf(Page.BEGIN)));
    }

    @Test
    void drawsEveryStageAsLongAsItLasts() throws Exception {
        String svg = new StageChart(1.0, Map.of("embedded", Map.of(Stage.SIGNATURE, 1.0, Stage.DATABASE, 3.0))).svg();

        NodeList shapes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("title");
        assertThat(shapes.getLength()).isEqualTo(3);
        double signature = 0;
        double database = 0;
        for (int n = 0; n < shapes.getLength(); n++) {
            double width = Double.parseDouble(shapes.item(n)
                    .getParentNode()
                    .getAttributes()
                    .getNamedItem("width")
                    .getNodeValue());
            signature = shapes.item(n).getTextContent().startsWith("signature") ? width : signature;
            database = shapes.item(n).getTextContent().startsWith("database") ? width : database;
        }
        assertThat(database / signature).isCloseTo(3, within(0.01));
    }

    @Test
    void readsBothTablesOfOpenssl() {
        String old =
                """
                                  sign    verify    sign/s verify/s
                rsa 2048 bits 0.000420s 0.000012s   2380.1  82000.2
                """;
        String recent =
                """
                                   sign    verify    encrypt   decrypt   sign/s verify/s  encr./s  decr./s
                rsa  2048 bits 0.000420s 0.000012s 0.000013s 0.000440s   2381.5  82000.2  76923.0   2272.7
                """;

        assertThat(Signers.signsPerSecond(old)).isEqualTo(2380.1);
        assertThat(Signers.signsPerSecond(recent)).isEqualTo(2381.5);
    }

    @Test
    void givesTimeToTheInnermostStage() {
        Map<Stage, Double> shares = Sampler.shares(List.of(
                "java.lang.Thread.run;org.apache.camel.Step.run;org.paysign.signature.RsaSigner.sign;RSA_private 6",
                "java.lang.Thread.run;org.apache.camel.Step.run;java.util.HashMap.get 1",
                "start_thread;CompileBroker::compiler_thread_loop;C2Compiler::compile_method;PhaseChaitin 2",
                "start_thread;whatever 1"));

        assertThat(shares)
                .isEqualTo(Map.of(Stage.SIGNATURE, 0.6, Stage.CAMEL, 0.1, Stage.RUNTIME, 0.2, Stage.OTHER, 0.1));
    }

    @Test
    void addsTheOtherProcessesToTheirStages() {
        Drain.Measured measured = new Drain.Measured(100, Map.of("bundle", 2.0, "broker", 0.5, "database", 0.25));

        assertThat(measured.stages(Map.of(Stage.SIGNATURE, 0.5, Stage.DATABASE, 0.5)))
                .isEqualTo(Map.of(Stage.SIGNATURE, 1.0, Stage.DATABASE, 1.25, Stage.BROKER, 0.5));
    }

    private void rounds(String name, double... values) {
        for (int n = 0; n < values.length; n++) {
            figures.beginRound(n + 1);
            figures.add(name, values[n]);
        }
    }
}
