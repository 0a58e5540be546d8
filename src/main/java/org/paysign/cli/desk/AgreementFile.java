package org.paysign.cli.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The CSV of agreements to take over, as spreadsheets write it: in UTF-8, with or without a byte order mark.
 *
 * @param file is read from the start at each call
 */
public record AgreementFile(Path file) {

    static final String NUMBER = "external_agreement_no";
    static final String MERCHANT = "merchant";
    static final String PRODUCT = "personal_product_code";
    static final String SCENE = "sign_scene";

    private static final Set<String> COLUMNS = Set.of(MERCHANT, NUMBER, PRODUCT, SCENE);
    private static final List<String> NEEDED = List.of(NUMBER, PRODUCT, SCENE);
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** One line of it. */
    record Line(long number, String merchant, String externalAgreementNo, String product, String scene) {

        /** Lines of one lot can be sent together. */
        boolean fits(Line other) {
            return merchant.equals(other.merchant) && product.equals(other.product) && scene.equals(other.scene);
        }

        /** The rules that need no profile; empty if it keeps them. */
        String fault() {
            if (!externalAgreementNo.matches("[A-Za-z0-9_-]{1,32}")) {
                return NUMBER + " must be 1-32 of A-Z a-z 0-9 _ -";
            }
            if (!product.matches("[A-Z0-9_]{1,64}")) {
                return PRODUCT + " must be 1-64 of A-Z 0-9 _";
            }
            return scene.matches("[A-Z0-9_|]{1,64}") ? "" : SCENE + " must be 1-64 of A-Z 0-9 _ |";
        }
    }

    /** How many lines it has, the names of the columns not counted. */
    long count() {
        long[] count = {0};
        each(line -> count[0]++);
        return count[0];
    }

    /** Hands line after line over. */
    void each(Consumer<Line> taker) {
        try (Reader reader = opened();
                CSVParser lines = FORMAT.parse(reader)) {
            List<String> names = lines.getHeaderNames();
            if (!names.containsAll(NEEDED) || !COLUMNS.containsAll(names)) {
                throw new IllegalStateException(file + ": the first line must name the columns " + NEEDED + ", and "
                        + MERCHANT + " if there is more than one, and no others");
            }
            for (CSVRecord line : lines) {
                taker.accept(new Line(
                        lines.getCurrentLineNumber(),
                        value(line, MERCHANT),
                        value(line, NUMBER),
                        value(line, PRODUCT),
                        value(line, SCENE)));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    file + " cannot be read as CSV in UTF-8: save it from the spreadsheet as \"CSV UTF-8\","
                            + " with commas");
        }
    }

    private Reader opened() throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static String value(CSVRecord line, String column) {
        return line.isSet(column) ? line.get(column) : "";
    }
}
