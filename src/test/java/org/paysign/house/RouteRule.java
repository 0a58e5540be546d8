package org.paysign.house;

import java.util.List;

/** One rule of "Route style" in architecture.md. */
interface RouteRule {
    /** One line a breach, naming file, route and what to do; empty when the rule is kept. */
    List<String> findings(RouteSet routes);
}
