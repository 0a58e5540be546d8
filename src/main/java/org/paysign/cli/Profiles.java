package org.paysign.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.paysign.merchant.KeyRing;
import org.paysign.merchant.KeyRings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which merchants are meant, and their public keys; broker and database need no settings for that. */
final class Profiles {

    private static final String DIRECTORY = "paysign.merchants.dir";

    @Mixin
    private Folders folders = new Folders();

    @Option(
            names = "--merchants",
            paramLabel = "DIR",
            description = "folder with the merchants' files (default: paysign.merchants.dir of the configuration)")
    private @Nullable Path merchants;

    @Option(names = "--merchant", paramLabel = "NAME", description = "only this merchant")
    private String merchant = "";

    /** The merchant that was named, or nothing. */
    String merchant() {
        return merchant;
    }

    /** The keys of all merchants, or of the one that was named. */
    List<KeyRing> rings() {
        UnaryOperator<String> placeholders = Placeholders.of(folders);
        Path folder = merchants == null ? Path.of(placeholders.apply("{{" + DIRECTORY + "}}")) : merchants;
        List<KeyRing> all = KeyRings.read(folder, placeholders, Instant.now());
        List<KeyRing> named = all.stream()
                .filter(ring -> merchant.isEmpty() || ring.merchant().equals(merchant))
                .toList();
        if (named.isEmpty() && !merchant.isEmpty()) {
            throw new IllegalStateException("No merchant " + merchant + " in " + folder + ": there are "
                    + all.stream().map(KeyRing::merchant).toList());
        }
        return named;
    }
}
