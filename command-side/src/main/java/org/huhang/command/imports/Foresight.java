package org.huhang.command.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.command.imports.RowResult.Outcome;
import org.huhang.kernel.value.ChildIdentity;
import org.springframework.stereotype.Component;

/**
 * What the earlier rows of a dry run would have brought in, so that a row that repeats one of them, or is perhaps of the
 * same child, is foretold as what it will be. The journal keeps it, in digests, until the job ends.
 */
@Component
class Foresight {

    private final ImportJournal journal;

    Foresight(ImportJournal journal) {
        this.journal = journal;
    }

    /** @return the outcome, when an earlier row of this job would be the same row */
    Optional<RowResult> repeated(ImportJob job, long row, ListedChild child) {
        return journal.foreseen(job.id(), row, List.of(child.digest()))
                ? Optional.of(without(row, Outcome.UNCHANGED))
                : Optional.empty();
    }

    /** @param rehearsed what would come of the row if it stood alone */
    RowResult amongOthers(ImportJob job, ListedChild child, RowResult rehearsed) {
        if (rehearsed.outcome() != Outcome.IMPORTED) {
            return rehearsed;
        }
        List<String> marks = marks(child.register().identity());
        if (journal.foreseen(job.id(), rehearsed.row(), marks)) {
            return without(rehearsed.row(), Outcome.POSSIBLE_DUPLICATE);
        }
        journal.foresee(
                job.id(),
                rehearsed.row(),
                Stream.concat(marks.stream(), Stream.of(child.digest())).toList());
        return rehearsed;
    }

    /** There is no case yet to name. */
    private static RowResult without(long row, Outcome outcome) {
        return new RowResult(row, outcome, Optional.empty(), List.of(), List.of());
    }

    /** By which a later row is known as of the same child: each document, and name, sex and birth date together. */
    private static List<String> marks(ChildIdentity identity) {
        return Stream.concat(
                        identity.documents().stream()
                                .map(document -> document.type() + "/"
                                        + document.number().reveal()),
                        Stream.of(identity.name().reveal() + "/" + identity.sex() + "/" + identity.birthDate()))
                .map(Foresight::digest)
                .toList();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
