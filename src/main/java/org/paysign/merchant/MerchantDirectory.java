package org.paysign.merchant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.paysign.signature.Signer;

/** The merchants of a folder, one {@code <merchant>.properties} each, read once. */
public final class MerchantDirectory implements Merchants, Signers {

    private static final String SUFFIX = ".properties";

    private final Map<String, MerchantFile.Loaded> merchants;

    private MerchantDirectory(Map<String, MerchantFile.Loaded> merchants) {
        this.merchants = Map.copyOf(merchants);
    }

    /**
     * Reads every file of the folder.
     *
     * @param placeholders resolves <code>{{...}}</code> in values, for secrets that live elsewhere
     * @throws IllegalStateException naming the file, the key and what to do, if anything is wrong
     */
    public static MerchantDirectory load(String folder, UnaryOperator<String> placeholders) {
        Map<String, MerchantFile.Loaded> merchants = new TreeMap<>();
        for (Path file : files(Path.of(folder))) {
            MerchantFile.Loaded loaded = MerchantFile.read(file, placeholders);
            merchants.put(loaded.merchant().name(), loaded);
        }
        return new MerchantDirectory(merchants);
    }

    private static List<Path> files(Path folder) {
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
        if (name.isEmpty() && merchants.size() == 1) {
            return merchants.values().stream()
                    .map(MerchantFile.Loaded::merchant)
                    .findFirst();
        }
        return Optional.ofNullable(merchants.get(name)).map(MerchantFile.Loaded::merchant);
    }

    @Override
    public Signer signer(Merchant merchant) {
        MerchantFile.Loaded loaded = merchants.get(merchant.name());
        if (loaded == null) {
            throw new IllegalStateException("Merchant " + merchant.name() + " has no profile any more");
        }
        return loaded.signer();
    }

    /** Names only. */
    @Override
    public String toString() {
        return "MerchantDirectory" + merchants.keySet();
    }
}
