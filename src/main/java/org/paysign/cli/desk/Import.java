package org.paysign.cli.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Takes over the agreements of a file, lot by lot, and what came of it. */
public final class Import {

    private static final int LOT = 200;

    private final @Nullable Desk desk;
    private final AgreementFile file;
    private final List<AgreementFile.Line> lot = new ArrayList<>();
    private final long begun = System.nanoTime();
    private final Consumer<Progress> watcher;
    private final long total;
    private @Nullable CSVPrinter rejects;
    private long adopted;
    private long known;
    private long rejected;

    private Import(@Nullable Desk desk, AgreementFile file, Consumer<Progress> watcher) {
        this.desk = desk;
        this.file = file;
        this.watcher = watcher;
        this.total = file.count();
    }

    /** Checks the lines only; the good ones count as adopted. */
    public static Import check(AgreementFile file) {
        return new Import(null, file, progress -> {}).done();
    }

    /** Takes over what is good; the watcher is told after each lot. */
    public static Import into(Desk desk, AgreementFile file, Consumer<Progress> watcher) {
        return new Import(desk, file, watcher).done();
    }

    private Import done() {
        try {
            Files.deleteIfExists(rejectsFile());
            try {
                file.each(this::take);
                send();
            } finally {
                // Also of what came to no good end: the lines before it are not looked at twice.
                if (rejects != null) {
                    rejects.close(true);
                }
            }
            return this;
        } catch (IOException unwritable) {
            throw unwritable();
        }
    }

    private IllegalStateException unwritable() {
        return new IllegalStateException(
                rejectsFile() + " cannot be written: make its folder writable, or copy the CSV" + " to one that is");
    }

    private void take(AgreementFile.Line line) {
        String fault = line.fault();
        if (!fault.isEmpty()) {
            reject(line, fault);
            return;
        }
        if (lot.size() == LOT || (!lot.isEmpty() && !lot.get(0).fits(line))) {
            send();
        }
        lot.add(line);
    }

    private void send() {
        if (lot.isEmpty()) {
            return;
        }
        if (desk == null) {
            adopted += lot.size();
        } else {
            AgreementFile.Line first = lot.get(0);
            JsonNode words = desk.press(
                    Desk.REGISTER,
                    "adopt",
                    first.merchant(),
                    lot.stream().map(AgreementFile.Line::externalAgreementNo).toList(),
                    first.product(),
                    first.scene());
            for (int i = 0; i < lot.size(); i++) {
                note(lot.get(i), words.path(i).asText());
            }
        }
        lot.clear();
        long finished = adopted + known + rejected;
        double seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
        watcher.accept(new Progress("import", finished, total, finished / seconds));
    }

    private void note(AgreementFile.Line line, String word) {
        switch (word) {
            case "adopted" -> adopted++;
            case "known" -> known++;
            default -> reject(line, word);
        }
    }

    private void reject(AgreementFile.Line line, String why) {
        rejected++;
        try {
            if (rejects == null) {
                Writer writer = Files.newBufferedWriter(rejectsFile(), StandardCharsets.UTF_8);
                rejects = new CSVPrinter(writer, CSVFormat.RFC4180);
                rejects.printRecord(
                        "line",
                        AgreementFile.MERCHANT,
                        AgreementFile.NUMBER,
                        AgreementFile.PRODUCT,
                        AgreementFile.SCENE,
                        "why");
            }
            rejects.printRecord(
                    line.number(), line.merchant(), line.externalAgreementNo(), line.product(), line.scene(), why);
        } catch (IOException unwritable) {
            throw unwritable();
        }
    }

    private Path rejectsFile() {
        return file.file().resolveSibling(file.file().getFileName() + ".rejects.csv");
    }

    /** Agreements that are new. */
    public long adopted() {
        return adopted;
    }

    /** Agreements that were there before. */
    public long known() {
        return known;
    }

    /** Lines that are no good. */
    public long rejected() {
        return rejected;
    }

    /** Where those stand with their reasons, if there are any. */
    public Optional<Path> rejects() {
        return rejected == 0 ? Optional.empty() : Optional.of(rejectsFile());
    }
}
