package org.paysign.house;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A properties file with its comments, which java.util.Properties forgets. */
record PropertiesFile(String name, List<Entry> entries) {

    /** @param comments number of comment lines directly above the key */
    record Entry(String key, String value, int line, int comments) {}

    static PropertiesFile read(Path path) {
        return parse(path.toString().replace('\\', '/'), Repository.text(path));
    }

    static PropertiesFile parse(String name, String text) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int comments = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("#") || line.startsWith("!")) {
                comments++;
                continue;
            }
            if (!line.isEmpty()) {
                int first = i;
                StringBuilder logical = new StringBuilder(line);
                while (lines.get(i).endsWith("\\") && i + 1 < lines.size()) {
                    logical.append('\n').append(lines.get(++i));
                }
                entries.add(entry(logical.toString(), first + 1, comments));
            }
            comments = 0;
        }
        return new PropertiesFile(name, List.copyOf(entries));
    }

    private static Entry entry(String line, int number, int comments) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String key = properties.stringPropertyNames().iterator().next();
        return new Entry(key, properties.getProperty(key), number, comments);
    }
}
