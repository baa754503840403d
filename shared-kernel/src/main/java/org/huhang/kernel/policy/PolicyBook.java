package org.huhang.kernel.policy;

import java.nio.file.Path;
import java.util.Set;
import org.huhang.kernel.division.CentralUrban;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.table.UnreadableTable;

/** Every dated table a decision rests on. Immutable; replacing a table is a restart. */
public record PolicyBook(
        Divisions divisions,
        CentralUrban centralUrban,
        ScreeningPolicy screening,
        VisitCadence visits,
        TemporaryCarePolicy temporaryCare,
        ChildAges ages) {

    private static final String CENTRAL_URBAN = "central-urban.tsv";
    private static final Set<String> FILES =
            Set.of(CENTRAL_URBAN, ScreeningPolicy.FILE, VisitCadence.FILE, TemporaryCarePolicy.FILE, ChildAges.FILE);

    private static final class Shipped {
        static final PolicyBook INSTANCE = read(PolicyFolder.shipped());
    }

    /** The tables shipped with the product. */
    public static PolicyBook published() {
        return Shipped.INSTANCE;
    }

    /**
     * The shipped tables, each replaced whole by the operator's file of the same name where {@code folder} has one.
     *
     * @throws UnreadableTable one sentence for the operator, with file and line
     */
    public static PolicyBook from(Path folder) {
        return read(PolicyFolder.of(folder, FILES));
    }

    private static PolicyBook read(PolicyFolder folder) {
        return new PolicyBook(
                PublishedDivisions.load(),
                folder.own(CENTRAL_URBAN)
                        .map(own -> folder.opened(CENTRAL_URBAN, own, CentralUrban::read))
                        .orElseGet(CentralUrban::published),
                ScreeningPolicy.read(folder),
                VisitCadence.read(folder),
                TemporaryCarePolicy.read(folder),
                ChildAges.read(folder));
    }
}
