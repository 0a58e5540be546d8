package org.paysign.sandbox.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.paysign.sandbox.Reply;
import org.paysign.sandbox.World;

/** The files of the pages: these and no others, each under one path. */
final class StaticFiles {

    private static final String HTML = "text/html";
    private static final String MODULE = "text/javascript";
    private static final Map<String, String> TYPES =
            new TreeMap<>(Map.of("index.html", HTML, "pages.css", "text/css", "icon.svg", "image/svg+xml"));

    static {
        for (var module : new String[] {
            "app",
            "chart",
            "diagnosis",
            "diagram",
            "dom",
            "journey",
            "list",
            "mini-program",
            "my",
            "phone",
            "shop",
            "signing",
            "state",
            "words",
            "words-en",
            "words-zh"
        }) {
            TYPES.put(module + ".js", MODULE);
        }
    }

    private StaticFiles() {}

    static void open(World world) {
        TYPES.forEach((name, type) -> {
            var text = read(name);
            var path = name.equals("index.html") ? "/" : "/pages/" + name;
            world.open("GET", path, call -> new Reply.Text(200, type, StandardCharsets.UTF_8, text));
        });
    }

    private static String read(String name) {
        try (var file = StaticFiles.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The page " + name + " cannot be read", broken);
        }
    }
}
