package org.paysign.query;

import java.util.List;
import org.paysign.store.Due;

/** Claimed questions of one merchant. */
public record QuestionBatch(String merchant, List<Due> questions) {
    public QuestionBatch {
        questions = List.copyOf(questions);
    }

    /** Whether nothing was due; asked by the route. */
    public boolean isEmpty() {
        return questions.isEmpty();
    }
}
