package org.huhang.projection;

/**
 * What rows were made by.
 *
 * @param revision of the projection; 0 before revisions were kept
 * @param places by which their divisions answer today; {@link RowBasis#NONE} for a read model that keeps none
 */
record Made(int revision, RowBasis places) {

    /** Whether rows of both fit together. */
    boolean like(Made other) {
        return revision == other.revision && places.fingerprint().equals(other.places.fingerprint());
    }

    /**
     * Whether the other's rows are to come in the place of these. Of two tables those are the later ones that a process came
     * to go by last, whatever they say: so an operator can also go back to earlier ones, and two processes with different
     * tables do not rebuild in turns.
     */
    boolean isBefore(Made other) {
        return revision < other.revision
                || revision == other.revision && !like(other) && places.since().isBefore(other.places.since());
    }
}
