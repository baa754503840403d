package org.huhang.kernel.policy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.division.CentralUrban;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.table.UnreadableTable;

/** Every dated table a decision rests on. Immutable: other tables, or another day, are another book. */
public record PolicyBook(
        Divisions divisions,
        CentralUrban centralUrban,
        ScreeningPolicy screening,
        VisitCadence visits,
        TemporaryCarePolicy temporaryCare,
        ChildAges ages,
        StaffTrainingPolicy staffTraining,
        VoidingPolicy voiding,
        WorkingDays workingDays) {

    private static final String CENTRAL_URBAN = "central-urban.tsv";
    private static final Set<String> FILES = Stream.concat(
                    Stream.of(
                            CENTRAL_URBAN,
                            ScreeningPolicy.FILE,
                            VisitCadence.FILE,
                            TemporaryCarePolicy.FILE,
                            ChildAges.FILE,
                            StaffTrainingPolicy.FILE,
                            VoidingPolicy.FILE,
                            WorkingDays.FILE),
                    PublishedDivisions.FILES.stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final class Shipped {
        static final PolicyBook INSTANCE = read(PolicyFolder.shipped(), LocalDate.MAX);
    }

    /** The tables shipped with the product, with every change of a division in them, also one still to come. */
    public static PolicyBook published() {
        return Shipped.INSTANCE;
    }

    /**
     * The shipped tables, each replaced whole by the operator's file of the same name where {@code folder} has one.
     *
     * @throws UnreadableTable one sentence for the operator, with file and line
     */
    public static PolicyBook from(Path folder) {
        return at(LocalDate.MAX, Optional.of(folder));
    }

    /**
     * @param today the day that the divisions stand on
     * @param folder the operator's; none for the shipped tables alone
     * @throws UnreadableTable one sentence for the operator, with file and line
     */
    public static PolicyBook at(LocalDate today, Optional<Path> folder) {
        return read(folder.map(it -> PolicyFolder.of(it, FILES)).orElseGet(PolicyFolder::shipped), today);
    }

    /** The same tables, with the divisions as they stand on another day. */
    public PolicyBook asOf(LocalDate today) {
        return new PolicyBook(
                divisions.asOf(today),
                centralUrban,
                screening,
                visits,
                temporaryCare,
                ages,
                staffTraining,
                voiding,
                workingDays);
    }

    private static PolicyBook read(PolicyFolder folder, LocalDate today) {
        return new PolicyBook(
                PublishedDivisions.read(folder::rows, today),
                folder.own(CENTRAL_URBAN)
                        .map(own -> folder.opened(CENTRAL_URBAN, own, CentralUrban::read))
                        .orElseGet(CentralUrban::published),
                ScreeningPolicy.read(folder),
                VisitCadence.read(folder),
                TemporaryCarePolicy.read(folder),
                ChildAges.read(folder),
                StaffTrainingPolicy.read(folder),
                VoidingPolicy.read(folder),
                folder.own(WorkingDays.FILE)
                        .map(own -> folder.opened(WorkingDays.FILE, own, WorkingDays::read))
                        .orElseGet(WorkingDays::published));
    }

    /** The same wherever the same birthdays end childhood and screening: eight digits and letters from a to f. */
    public String agesFingerprint() {
        Stream<String> children = ages.editions().stream()
                .map(edition -> edition.from() + "<" + edition.childBelow().value());
        Stream<String> screened = screening.editions().stream()
                .map(edition -> edition.area().map(DivisionCode::digits).orElse("") + edition.from()
                        + edition.until().map(last -> "-" + last).orElse("") + "<"
                        + edition.ageBelow().value());
        return digest(Stream.concat(children, screened));
    }

    /** The same wherever the same trainings count: eight digits and letters from a to f. */
    public String trainingFingerprint() {
        return digest(staffTraining.editions().stream().map(Object::toString));
    }

    private static String digest(Stream<String> lines) {
        CRC32 digest = new CRC32();
        digest.update(lines.sorted().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(digest.getValue());
    }
}
