package org.paysign.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.paysign.cli.watch.RouteWatch;
import org.paysign.sandbox.World;
import org.paysign.sandbox.pages.Pages;
import org.paysign.sandbox.pages.ShopSettings;

/** Joins the pages of the sandbox to the bundle they look at. */
final class SandboxPages implements AutoCloseable {

    private final Main bundle;
    private final Pages pages;
    private final AtomicReference<@Nullable HikariDataSource> store = new AtomicReference<>();

    private SandboxPages(Main bundle, Pages pages) {
        this.bundle = bundle;
        this.pages = pages;
    }

    /** For a bundle that is not started yet; its broker's user is known from the same configuration. */
    static SandboxPages over(World world, ShopSettings user, Main bundle) {
        SandboxPages joined = new SandboxPages(bundle, Pages.open(world, user, Clock.systemUTC()));
        RouteWatch.over(bundle, joined.pages::passed, joined::started, joined::close);
        return joined;
    }

    private void started() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("pages");
        config.setJdbcUrl(key("paysign.database.url"));
        config.setUsername(key("paysign.database.user"));
        config.setPassword(key("paysign.database.password"));
        config.setReadOnly(true);
        config.setMaximumPoolSize(2);
        HikariDataSource opened = new HikariDataSource(config);
        store.set(opened);
        pages.look(opened);
        if (Boolean.parseBoolean(key("paysign.sandbox.seed"))) {
            pages.seed();
        }
    }

    private String key(String name) {
        return bundle.getCamelContext().resolvePropertyPlaceholders("{{" + name + "}}");
    }

    /** Called when the bundle stops, and once more with the sandbox, if the bundle never started. */
    @Override
    public void close() {
        pages.close();
        HikariDataSource opened = store.getAndSet(null);
        if (opened != null) {
            opened.close();
        }
    }
}
