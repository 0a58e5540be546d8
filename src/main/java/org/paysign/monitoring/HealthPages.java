package org.paysign.monitoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.jspecify.annotations.Nullable;
import org.paysign.http.Page;

/** How PaySign is, in the JSON of Camel's own health pages: 200 when up, 503 when down. */
public final class HealthPages implements CamelContextAware {

    /** The detail in which a check says what is wrong. */
    static final String MESSAGE = "message";

    /** By default Camel leaves most of what is up, or of what is down, out. */
    private static final String ALL = "full";

    /** What Camel's own checks may show; their other details hold addresses. */
    private static final Set<String> SHOWN =
            Set.of("route.id", "route.status", "context.name", "context.status", "context.version");

    private final Checks checks;
    private @Nullable CamelContext camel;
    private boolean registered;

    public HealthPages(Checks checks) {
        this.checks = checks;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camel;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        camel = context;
    }

    /** The pages by their paths. */
    Map<String, Supplier<Page>> pages() {
        return Map.of(
                "/observe/health", () -> page(HealthPages::everything),
                "/observe/health/live", () -> page(context -> HealthCheckHelper.invokeLiveness(context, ALL)),
                "/observe/health/ready", () -> page(HealthPages::readiness));
    }

    /** Whether each check is up, by its name; empty as long as nothing has started. */
    Map<String, Boolean> states() {
        Map<String, Boolean> states = new TreeMap<>();
        CamelContext context = registered();
        if (context != null) {
            HealthCheckHelper.invoke(context, ALL)
                    .forEach(
                            result -> states.put(result.getCheck().getId(), result.getState() == HealthCheck.State.UP));
        }
        return states;
    }

    private static Collection<HealthCheck.Result> everything(CamelContext context) {
        return context.isStarted() ? HealthCheckHelper.invoke(context, ALL) : List.of();
    }

    /** A route that an operator has stopped is his affair, and no reason to be sent no notices any more. */
    private static Collection<HealthCheck.Result> readiness(CamelContext context) {
        // PaySign's own checks are up before there is a route that takes a notice.
        if (!context.isStarted()) {
            return List.of();
        }
        return HealthCheckHelper.invokeReadiness(context, ALL).stream()
                .filter(result -> result.getCheck() instanceof Check
                        || result.getCheck().getId().equals("context"))
                .toList();
    }

    private Page page(Function<CamelContext, Collection<HealthCheck.Result>> asking) {
        CamelContext context = registered();
        if (context == null) {
            return page(false, JsonNodeFactory.instance.arrayNode());
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Collection<HealthCheck.Result> results = asking.apply(context);
        results.stream()
                .sorted(Comparator.comparing(result -> result.getCheck().getId()))
                .forEach(result -> list.add(json(result)));
        return page(
                results.stream().allMatch(result -> result.getState() == HealthCheck.State.UP) && !results.isEmpty(),
                list);
    }

    /** The checks join when somebody asks: before that there may be nothing to join. */
    private synchronized @Nullable CamelContext registered() {
        CamelContext context = camel;
        HealthCheckRegistry registry = context == null ? null : HealthCheckHelper.getHealthCheckRegistry(context);
        if (context == null || registry == null) {
            return null;
        }
        if (!registered) {
            checks.all().forEach(registry::register);
            registered = true;
        }
        return context;
    }

    private static Page page(boolean up, ArrayNode checks) {
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("status", up ? "UP" : "DOWN");
        page.set("checks", checks);
        return new Page(up ? 200 : 503, "application/json", page.toString());
    }

    private static ObjectNode json(HealthCheck.Result result) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", result.getCheck().getId())
                .put("status", result.getState().name());
        ObjectNode data = json.putObject("data");
        boolean ours = result.getCheck() instanceof Check;
        new TreeMap<>(result.getDetails()).forEach((key, value) -> {
            // What AbstractHealthCheck adds by itself has a point in its name.
            if (SHOWN.contains(key) || (ours && !key.contains("."))) {
                data.put(key, String.valueOf(value));
            }
        });
        return json;
    }
}
