package org.paysign.merchant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.paysign.signature.Rsa;
import org.paysign.signature.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The merchants of a folder, one {@code <merchant>.properties} each; read as a whole, at the start and when told to. */
public final class MerchantDirectory implements Merchants, Apps, Signers {

    private static final Logger LOG = LoggerFactory.getLogger(MerchantDirectory.class);
    private static final String SUFFIX = ".properties";

    private final Path folder;
    private final UnaryOperator<String> placeholders;
    private final Clock clock;
    private final Rsa rsa;
    /** Replaced as a whole; what was taken out of an older one stays good for the request that took it. */
    private volatile Map<String, Merchant> merchants;

    private MerchantDirectory(Path folder, UnaryOperator<String> placeholders, Clock clock, Rsa rsa) {
        this.folder = folder;
        this.placeholders = placeholders;
        this.clock = clock;
        this.rsa = rsa;
        this.merchants = readAll();
    }

    /**
     * Reads every file of the folder.
     *
     * @param placeholders resolves <code>{{...}}</code> in values, for secrets that live elsewhere
     * @param clock tells which certificates have ended
     * @throws IllegalStateException naming the file, the key and what to do, if anything is wrong
     */
    public static MerchantDirectory load(String folder, UnaryOperator<String> placeholders, Clock clock, Rsa rsa) {
        return new MerchantDirectory(Path.of(folder), placeholders, clock, told(rsa));
    }

    /** The same with this Java's RSA. */
    public static MerchantDirectory load(String folder, UnaryOperator<String> placeholders, Clock clock) {
        return load(folder, placeholders, clock, Rsa.jdk());
    }

    private static Rsa told(Rsa rsa) {
        if (rsa.isNative()) {
            LOG.info("RSA is done by {}", rsa.provider());
        } else if (!rsa.whyNot().isEmpty()) {
            LOG.info("RSA is done by {}, slower than a native library would: {}", rsa.provider(), rsa.whyNot());
        }
        return rsa;
    }

    /** Who signs and verifies. */
    public Rsa rsa() {
        return rsa;
    }

    /** Reads the folder again, all or nothing: with anything wrong, what is loaded stays. */
    public synchronized Reloaded reload() {
        Map<String, Merchant> before = merchants;
        try {
            merchants = readAll();
        } catch (IllegalStateException wrong) {
            LOG.error("The merchants are not reloaded: {}", wrong.getMessage());
            return new Reloaded(false, "Nothing is changed, all merchants stay as they were: " + wrong.getMessage());
        }
        SortedSet<String> gone = new TreeSet<>(before.keySet());
        gone.removeAll(merchants.keySet());
        String sentence = "In force: " + String.join(", ", merchants.keySet())
                + (gone.isEmpty() ? "." : "; no longer: " + String.join(", ", gone) + ".");
        LOG.info("The merchants are reloaded. {}", sentence);
        return new Reloaded(true, sentence);
    }

    private Map<String, Merchant> readAll() {
        Map<String, Merchant> read = new TreeMap<>();
        for (Path file : files()) {
            Merchant merchant = MerchantFile.read(file, placeholders, clock.instant(), rsa);
            read.put(merchant.name(), merchant);
        }
        KeyWatch.report(read.values(), clock.instant());
        return Collections.unmodifiableMap(read);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("No merchant in " + folder
                        + ": put one <merchant>.properties there, starting from example.properties.template");
            }
            return found;
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "Cannot read the merchants folder " + folder + ": set paysign.merchants.dir", unreadable);
        }
    }

    @Override
    public Optional<Merchant> find(String name) {
        Map<String, Merchant> loaded = merchants;
        return name.isEmpty() && loaded.size() == 1
                ? loaded.values().stream().findFirst()
                : Optional.ofNullable(loaded.get(name));
    }

    /** All profiles that are in force, by name. */
    public Collection<Merchant> all() {
        return merchants.values();
    }

    @Override
    public List<Merchant> withAppId(String appId) {
        return merchants.values().stream()
                .filter(merchant -> merchant.appId().equals(appId))
                .toList();
    }

    @Override
    public Signer signer(Merchant merchant) {
        return merchant.credentials()
                .signer()
                .orElseThrow(() ->
                        new IllegalStateException("Merchant " + merchant.name() + " was made without a private key"));
    }

    /** Names only. */
    @Override
    public String toString() {
        return "MerchantDirectory" + merchants.keySet();
    }
}
