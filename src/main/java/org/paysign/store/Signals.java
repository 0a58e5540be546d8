package org.paysign.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.Signal;
import org.springframework.jdbc.core.JdbcTemplate;

/** The append-only table of signals; to be used inside a transaction that holds the agreement's row. */
final class Signals {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Signal.class, Kinds.class)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // What earlier versions did not store yet, such as the number of what has ended, is empty.
            .withConfigOverride(
                    String.class, text -> text.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JdbcTemplate jdbc;

    Signals(Database database) {
        this.jdbc = database.template();
    }

    /** All that was learnt about an agreement; a {@link NewerRow} is thrown if a newer version has learnt something. */
    Known of(Agreement agreement) {
        return read(agreement, stored(List.of(agreement)));
    }

    /** All that was learnt about agreements, in one look; those of which a newer version has learnt something are left out. */
    List<Known> of(List<Agreement> agreements) {
        Map<Long, Stored> stored = stored(agreements);
        List<Known> known = new ArrayList<>();
        for (Agreement agreement : agreements) {
            try {
                known.add(read(agreement, stored));
            } catch (NewerRow unreadable) {
                // Left out.
            }
        }
        return known;
    }

    private static Known read(Agreement agreement, Map<Long, Stored> stored) {
        Stored mine = Objects.requireNonNull(stored.get(agreement.id()), "the agreement is locked");
        return new Known(
                agreement,
                mine.version(),
                mine.contents().stream().map(Signals::read).toList());
    }

    private Map<Long, Stored> stored(List<Agreement> agreements) {
        Object[] ids = Rows.padded(agreements.stream().map(Agreement::id).toList());
        Map<Long, Stored> found = new HashMap<>();
        jdbc.query(
                "SELECT agreement.id, outcome_version, content FROM agreement LEFT JOIN agreement_signal"
                        + " ON agreement_id = agreement.id WHERE agreement.id IN (" + Rows.marks(ids)
                        + ") ORDER BY agreement_signal.id",
                row -> {
                    Stored mine = new Stored(row.getInt(2), new ArrayList<>());
                    Stored stored = found.computeIfAbsent(row.getLong(1), id -> mine);
                    if (row.getString(3) != null) {
                        stored.contents().add(row.getString(3));
                    }
                },
                ids);
        return found;
    }

    private record Stored(int version, List<String> contents) {

        /** Without the signals, which may be personal. */
        @Override
        public String toString() {
            return "Stored[" + version + "]";
        }
    }

    /** Adds what the changes add. */
    void add(List<Change> changes, OffsetDateTime now) {
        List<Object[]> rows = new ArrayList<>();
        for (Change change : changes) {
            for (Signal signal : change.added()) {
                String content = write(signal);
                rows.add(new Object[] {change.agreement().id(), sha256(content), content, now});
            }
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO agreement_signal (agreement_id, digest, content, received_at) VALUES (?, ?, ?, ?)",
                    rows);
        }
    }

    /** What a stored signal is, in a word or two and without anything personal; a newer version's is "newer". */
    static String word(String content) {
        try {
            Signal signal = read(content);
            return kind(content) + detail(signal);
        } catch (NewerRow unreadable) {
            return "newer";
        }
    }

    private static String kind(String content) {
        try {
            return JSON.readTree(content).path("kind").asText();
        } catch (JsonProcessingException unknown) {
            throw new NewerRow("A stored signal");
        }
    }

    private static String detail(Signal signal) {
        if (signal instanceof Signal.Claimed said) {
            return said.resultStatus().matches("[0-9]{1,8}") ? " " + said.resultStatus() : "";
        }
        if (signal instanceof Signal.Signed proof) {
            return " " + word(proof.evidence());
        }
        if (signal instanceof Signal.Ended end) {
            return " " + word(end.evidence());
        }
        return signal instanceof Signal.Pending pending && pending.status().matches("[A-Z_]{1,16}")
                ? " " + pending.status()
                : "";
    }

    private static String word(Evidence evidence) {
        return evidence.name().toLowerCase(Locale.ROOT);
    }

    private static Signal read(String content) {
        try {
            return JSON.readValue(content, Signal.class);
        } catch (JsonProcessingException unknown) {
            throw new NewerRow("A stored signal");
        }
    }

    private static String write(Signal signal) {
        try {
            // Sets have no order of their own: as a sorted tree, equal signals are equal texts.
            return JSON.writeValueAsString(signal instanceof Signal.NotSigned answer ? sorted(answer) : signal);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A signal of kind "
                    + signal.getClass().getSimpleName() + " cannot be written: report this as a defect");
        }
    }

    private static Object sorted(Signal.NotSigned answer) {
        return JSON.createObjectNode()
                .put("kind", "notSigned")
                .putPOJO("answered", answer.answered().stream().sorted().toList())
                .put("round", answer.round())
                .put("windowClosed", answer.windowClosed());
    }

    private static String sha256(String content) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("This Java has no SHA-256: use a complete JDK or JRE", broken);
        }
    }

    /** The words signals are stored under: never rename one, old rows carry it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Signal.Issued.class, name = "issued"),
        @JsonSubTypes.Type(value = Signal.Claimed.class, name = "claimed"),
        @JsonSubTypes.Type(value = Signal.Silent.class, name = "silent"),
        @JsonSubTypes.Type(value = Signal.Signed.class, name = "signed"),
        @JsonSubTypes.Type(value = Signal.NotSigned.class, name = "notSigned"),
        @JsonSubTypes.Type(value = Signal.Pending.class, name = "pending"),
        @JsonSubTypes.Type(value = Signal.Ended.class, name = "ended")
    })
    private interface Kinds {}
}
