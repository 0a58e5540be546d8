package org.paysign.house;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All route files with what stands around them: the configuration and the Java text that may send to a route. */
record RouteSet(List<RouteFile> files, Map<String, String> config, String java) {

    static RouteSet shipped() {
        List<RouteFile> files = Repository.files("routes", ".yaml").stream()
                .map(path -> RouteFile.parse(path.getFileName().toString(), Repository.text(path)))
                .toList();
        return new RouteSet(files, Repository.config(), Repository.mainJava());
    }

    Stream<Block> blocks() {
        return files.stream().flatMap(file -> file.blocks().stream());
    }

    List<Block> routes() {
        return blocks().filter(Block::isRoute).toList();
    }

    List<Endpoint> endpoints() {
        return blocks().flatMap(block -> block.endpoints().stream()).toList();
    }

    /** The text with every known {@code {{key}}} replaced by its value. */
    String resolve(String text) {
        return Placeholders.resolve(text, config);
    }
}
