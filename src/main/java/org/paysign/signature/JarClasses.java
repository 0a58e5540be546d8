package org.paysign.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one jar and of Java alone. The jars of all machines have the same classes and name their library alike, so that
 * of several on a class path Java would take the first one's. The signature of the jar is not looked at: that alone took Java
 * half a second, and who can change the jar can change ours as well.
 */
final class JarClasses extends ClassLoader {

    /** Open for as long as the classes are used. */
    private final JarFile jar;

    JarClasses(Path jar) throws IOException {
        super(ClassLoader.getPlatformClassLoader());
        this.jar = new JarFile(jar.toFile(), false);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] type = in.readAllBytes();
            return defineClass(name, type, 0, type.length);
        } catch (IOException damaged) {
            throw new ClassNotFoundException(name, damaged);
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        try {
            ZipEntry entry = jar.getEntry(name);
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException damaged) {
            return null;
        }
    }
}
