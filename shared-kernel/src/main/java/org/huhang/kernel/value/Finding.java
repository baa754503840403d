package org.huhang.kernel.value;

import java.util.Map;

/**
 * What an evaluation found for one criterion.
 *
 * @param criterion stable name within its policy, e.g. {@code MONTHS_OF_RESIDENCE}
 * @param legalBasis the text it rests on
 * @param observed what was compared, e.g. {@code months=5, required=6}; never personal
 */
public record Finding(String criterion, Outcome outcome, String legalBasis, Map<String, String> observed) {

    public Finding {
        observed = observed == null ? Map.of() : Map.copyOf(observed);
    }

    public enum Outcome {
        MET,
        NOT_MET,
        UNKNOWN
    }
}
