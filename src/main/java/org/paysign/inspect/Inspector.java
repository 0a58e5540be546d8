package org.paysign.inspect;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paysign.glossary.Glossary;
import org.paysign.merchant.KeyRing;

/** Tells what a text is and why it is not good, by trying what may have been done to it; safe for use by several threads. */
public final class Inspector {

    /** The most bytes that are looked at. */
    public static final int MAX_BYTES = 256 * 1024;

    private final List<KeyRing> rings;
    private final Glossary glossary;
    private final Clock clock;

    public Inspector(List<KeyRing> rings, Glossary glossary, Clock clock) {
        this.rings = List.copyOf(rings);
        this.glossary = glossary;
        this.clock = clock;
    }

    /**
     * Looks at a text.
     *
     * @param merchant the profile it has to belong to; empty to go by its app_id
     */
    public Inspection inspect(byte[] input, String merchant) {
        if (input.length > MAX_BYTES) {
            return inspection(Reader.unknown(), new Verdict(Optional.of(Cause.TOO_LARGE), Optional.empty()));
        }
        // A text that somebody saved or piped ends with the line.
        String text = Mistakes.text(input).replaceFirst("\\r?\\n\\z", "");
        Map<String, Cause> views = Views.of(text);
        Optional<Subject> read = Reader.read(text).or(() -> views.keySet().stream()
                .flatMap(view -> Reader.read(view).stream())
                .findFirst());
        if (read.isEmpty()) {
            return inspection(Reader.unknown(), new Verdict(Optional.of(Cause.NOT_RECOGNISED), Optional.empty()));
        }
        Subject subject = read.get();
        boolean asItIs = Reader.read(text).isPresent();
        Trial trial = new Trial(rings, merchant, clock);
        return inspection(
                subject,
                trial.judge(
                        asItIs ? subject : Views.only(views.values().iterator().next(), subject), views));
    }

    private Inspection inspection(Subject subject, Verdict verdict) {
        Map<String, String> about = new HashMap<>();
        for (String name : List.of(
                "app_id", "sign_type", "charset", "method", "node", "code", "sub_code", "notify_type", "timestamp")) {
            if (!subject.about(name).isEmpty()) {
                about.put(name, name.equals("node") ? subject.about(name) : Mask.value(name, subject.about(name)));
            }
        }
        verdict.ring().ifPresent(ring -> {
            about.put("merchant", ring.merchant());
            about.put("algorithm", ring.profile().type().name());
            about.put("profile charset", ring.profile().charset().name());
        });
        return new Inspection(
                subject.kind(), verdict.cause(), about, subject.shown(), glossary.find(subject.about("sub_code")));
    }
}
