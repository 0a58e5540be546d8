package org.paysign.glossary;

/**
 * One of Alipay's {@code sub_code}s.
 *
 * @param name as Alipay writes it
 * @param code the {@code code} it comes with
 * @param source where it is documented, a word that the head of the file explains
 * @param english its meaning and what to do
 * @param chinese the same
 */
public record SubCode(String name, String code, String source, Words english, Words chinese) {

    /** The two sentences in one language. */
    public record Words(String meaning, String advice) {

        @Override
        public String toString() {
            return "Words[]";
        }
    }

    @Override
    public String toString() {
        return "SubCode[" + name + "]";
    }
}
