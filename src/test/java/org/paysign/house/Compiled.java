package org.paysign.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Small classes compiled for one test, to be looked at by a rule. */
final class Compiled {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Kept open, for it takes its time to read the class path. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private Compiled() {}

    /** Compiles one type or package-info a source into the folder and reads the classes back. */
    static JavaClasses classes(Path folder, String... sources) {
        try {
            FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            List<Source> units = Stream.of(sources).map(Source::new).toList();
            boolean compiles = COMPILER.getTask(null, FILES, null, List.of("-proc:none", "-nowarn"), null, units)
                    .call();
            if (!compiles) {
                throw new IllegalArgumentException("the sample does not compile, see standard error");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClassFileImporter().importPath(folder);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("sample:///" + path(text)), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        private static String path(String text) {
            String inPackage =
                    text.replaceFirst("(?s).*?package ([a-z.]+);.*", "$1").replace('.', '/');
            boolean type = text.matches("(?s).*\\b(class|record|enum|interface) [A-Z].*");
            String name = type
                    ? text.replaceFirst("(?s).*?\\b(?:class|record|enum|interface) ([A-Z]\\w*).*", "$1")
                    : "package-info";
            return inPackage + "/" + name + ".java";
        }
    }
}
