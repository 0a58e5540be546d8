package org.paysign.inspect;

import java.util.List;
import java.util.Map;

/**
 * An input that was read.
 *
 * @param about what it says about itself, by the wire's names: app_id, sign_type, charset, certificates, times
 * @param right the ways in which it is signed if it is good
 * @param wrong the ways in which people sign or change it by mistake
 * @param shown decoded and masked
 */
record Subject(Kind kind, Map<String, String> about, List<Attempt> right, List<Attempt> wrong, Shown shown) {

    Subject {
        about = Map.copyOf(about);
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
    }

    String about(String name) {
        return about.getOrDefault(name, "");
    }

    String signature() {
        return right.get(0).signature();
    }

    Subject as(Kind other) {
        return new Subject(other, about, right, wrong, shown);
    }

    @Override
    public String toString() {
        return "Subject[" + kind + "]";
    }
}
