package org.paysign.cli.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.paysign.store.SchemaLook;

/** Whether the database is there, up to date, and has the time of this machine. */
public record DatabaseLook(Clock clock) {

    private static final String NAME = "database";
    private static final Duration MUCH = Duration.ofSeconds(2);
    private static final Duration TOO_MUCH = Duration.ofMinutes(1);

    /** Looks once; nothing is migrated. */
    public List<Finding> at(String url, String user, String password) {
        Instant before = clock.instant();
        SchemaLook seen;
        try {
            seen = SchemaLook.at(url, user, password);
        } catch (IllegalStateException wrong) {
            String sentence = String.valueOf(wrong.getMessage());
            boolean normal = sentence.equals(SchemaLook.IN_USE) || sentence.equals(SchemaLook.ABSENT);
            return List.of(normal ? Finding.ok(NAME, sentence) : Finding.fail(NAME, sentence, ""));
        }
        return List.of(
                Finding.ok(NAME, seen.kind() + " answers"),
                seen.pending() == 0
                        ? Finding.ok("schema", "up to date")
                        : Finding.warn(
                                "schema",
                                seen.pending() + " migrations are to come",
                                "Make a backup; the next start of run brings them."),
                time(seen.time(), before));
    }

    private Finding time(Instant theirs, Instant before) {
        Instant now = clock.instant();
        Duration off = theirs.isBefore(before)
                ? Duration.between(theirs, before)
                : theirs.isAfter(now) ? Duration.between(now, theirs) : Duration.ZERO;
        String sentence = off.toMillis() + " ms apart";
        String next = "Set the clocks of both machines by NTP: leases and due times are the database's.";
        if (off.compareTo(TOO_MUCH) > 0) {
            return Finding.fail("clock against database", sentence, next);
        }
        return off.compareTo(MUCH) > 0
                ? Finding.warn("clock against database", sentence, next)
                : Finding.ok("clock against database", sentence);
    }

    @Override
    public String toString() {
        return "DatabaseLook[]";
    }
}
