package org.paysign.inspect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paysign.signature.SignContent;

/** The rules by which parameters become the text that is signed. */
enum SignedText {
    /** All but sign, without blank values. */
    REQUEST {
        @Override
        List<String> of(Map<String, String> values) {
            return List.of(SignContent.of(values));
        }
    },
    /** V1 leaves sign_type out, V2 does not; empty values count. */
    NOTICE {
        @Override
        List<String> of(Map<String, String> values) {
            return List.of(Form.sorted(values, Set.of("sign", "sign_type")), Form.sorted(values, Set.of("sign")));
        }
    };

    /** The texts of which one has to be signed. */
    abstract List<String> of(Map<String, String> values);
}
