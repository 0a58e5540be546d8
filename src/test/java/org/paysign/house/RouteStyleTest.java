package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rules of "Route style" on the shipped routes; {@link RouteRulesTest} proves that each rule bites. */
class RouteStyleTest {
    private final RouteSet routes = RouteSet.shipped();

    @Test
    void findsTheRoutes() {
        assumeTrue(Files.isDirectory(Path.of("routes")), "there is no folder routes yet");
        assertThat(routes.files()).as("files in routes/").isNotEmpty();
        assertThat(routes.routes()).as("routes in routes/").isNotEmpty();
    }

    @Test
    void isValidForTheCanonicalSchema() {
        keeps(new SchemaRule());
    }

    @Test
    void namesFilesAndRoutesAlike() {
        keeps(new NameRule());
    }

    @Test
    void saysWhyEveryRouteExists() {
        keeps(new DescriptionRule());
    }

    @Test
    void keepsRoutesShort() {
        keeps(new ShapeRule());
    }

    @Test
    void leavesLogicToBeans() {
        keeps(new LogicRule());
    }

    @Test
    void takesEndpointsAndNumbersFromConfiguration() {
        keeps(new LiteralRule());
    }

    @Test
    void linksEveryDirectAndEveryQueue() {
        keeps(new LinkRule());
    }

    @Test
    void handlesErrorsInOneFile() {
        keeps(new ErrorHandlingRule());
    }

    private void keeps(RouteRule rule) {
        assertThat(rule.findings(routes)).isEmpty();
    }
}
