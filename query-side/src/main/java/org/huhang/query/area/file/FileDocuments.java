package org.huhang.query.area.file;

import static org.huhang.query.area.Revealed.revealed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.file.CaseFile;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.value.Absence;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonalValue;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.query.api.Place;
import org.huhang.query.area.ToldFacts;
import org.jspecify.annotations.Nullable;

/** The parts of a case's document that the file shows. */
public record FileDocuments(Divisions divisions, Optional<LocalDate> asked) {

    /**
     * @param reason why it was closed
     * @param note what was written when it was closed, reopened, merged or unmerged
     * @param survivor the case in which an absorbed one goes on
     */
    public record LifecycleDocument(
            Status status,
            LocalDate openSince,
            @Nullable LocalDate endedOn,
            @Nullable CloseReason reason,
            @Nullable String note,
            @Nullable CaseId survivor) {

        public enum Status {
            OPEN,
            CLOSED,
            ABSORBED
        }
    }

    public record RegistrationDocument(LocalDate on, SourceAgency agency) {}

    public record IdentityDocumentation(
            String name, List<String> otherNames, Sex sex, LocalDate birthDate, List<PaperDocument> documents) {}

    public record PaperDocument(
            DocumentType type, String number, @Nullable LocalDate validUntil) {}

    /**
     * @param edition of the division codes in which the code was given
     * @param official false for a township's or village's code that does not stand in the published list of townships
     * @param today whose it is now, where that is another one; several where that is not known; empty where it is this one
     * @param then likewise, whose it was on the day that the case is told for; null in what a fact changed
     */
    public record DivisionDocument(
            String code,
            String name,
            boolean official,
            DivisionEdition edition,
            List<Place.Whose> today,
            @Nullable List<Place.Whose> then) {}

    public record HukouDocument(DivisionDocument division, HouseholdType type, LocalDate since) {}

    /** @param since day of arrival in this county-level unit */
    public record ResidenceDocument(
            DivisionDocument division, @Nullable String address, LocalDate since) {}

    public record GuardianDocument(
            Relation relation,
            String name,
            @Nullable String contact,
            boolean livesWithChild,
            GuardianAbility ability,
            @Nullable LocalDate awaySince,
            @Nullable DivisionDocument worksIn) {}

    public record AbsorbedDocument(CaseId caseId, LocalDate on, String reason) {}

    public static LifecycleDocument lifecycle(Lifecycle lifecycle, ToldFacts facts) {
        LocalDate openSince = lifecycle.openSince();
        return switch (lifecycle) {
            case Lifecycle.Open open ->
                new LifecycleDocument(
                        LifecycleDocument.Status.OPEN,
                        openSince,
                        null,
                        null,
                        revealed(open.reopened().flatMap(fact -> why(facts.told(fact, FileEvent.class)))),
                        null);
            case Lifecycle.Closed closed ->
                new LifecycleDocument(
                        LifecycleDocument.Status.CLOSED,
                        openSince,
                        closed.on(),
                        closed.reason(),
                        revealed(facts.told(closed.fact(), CaseClosed.class).note()),
                        null);
            case Lifecycle.Absorbed absorbed ->
                new LifecycleDocument(
                        LifecycleDocument.Status.ABSORBED,
                        openSince,
                        absorbed.on(),
                        null,
                        facts.told(absorbed.fact(), CasesMerged.class).reason().reveal(),
                        absorbed.survivor());
        };
    }

    /** What was written when the case was opened again; nothing where the child was registered in another file. */
    private static Optional<Narrative> why(FileEvent opening) {
        return switch (opening) {
            case CaseReopened e -> Optional.of(e.reason());
            case CasesUnmerged e -> Optional.of(e.reason());
            case FileEvent.ChildRegistered _ -> Optional.empty();
            case FileEvent.LivingArrangementRecorded _,
                    FileEvent.IdentityDocumentAttached _,
                    FileEvent.IdentityCorrected _,
                    FileEvent.ResidenceMoved _,
                    FileEvent.HukouMoved _,
                    CasesMerged _,
                    CaseClosed _ -> throw new IllegalArgumentException("It opens no case again");
        };
    }

    public static RegistrationDocument registration(ChildFile child) {
        return new RegistrationDocument(child.registeredOn(), child.agency());
    }

    public static IdentityDocumentation identity(ChildIdentity identity) {
        return new IdentityDocumentation(
                identity.name().reveal(),
                identity.otherNames().stream().map(PersonalValue::reveal).toList(),
                identity.sex(),
                identity.birthDate(),
                identity.documents().stream()
                        .map(paper -> new PaperDocument(
                                paper.type(),
                                paper.number().reveal(),
                                paper.validUntil().orElse(null)))
                        .toList());
    }

    public HukouDocument hukou(ChildFile child) {
        return new HukouDocument(
                division(child.hukou().division()), child.hukou().type(), child.hukouOn());
    }

    public ResidenceDocument residence(ChildFile child) {
        return new ResidenceDocument(
                division(child.residence().division()),
                revealed(child.residence().address()),
                child.residence().since());
    }

    public GuardianDocument guardian(Guardian guardian) {
        return new GuardianDocument(
                guardian.relation(),
                guardian.name().reveal(),
                revealed(guardian.contact()),
                guardian.livesWithChild(),
                guardian.ability(),
                guardian.absence().map(Absence::since).orElse(null),
                guardian.absence()
                        .flatMap(away -> away.worksIn())
                        .map(this::division)
                        .orElse(null));
    }

    public static List<AbsorbedDocument> absorbed(CaseFile file, ToldFacts facts) {
        return file.absorbed().stream()
                .map(other -> new AbsorbedDocument(
                        other.caseId(),
                        other.on(),
                        facts.told(other.fact(), CasesMerged.class).reason().reveal()))
                .toList();
    }

    private DivisionDocument division(DivisionRef place) {
        return new DivisionDocument(
                place.code().digits(),
                divisions.fullName(place.code()),
                divisions.isOfficial(place.code()),
                place.edition(),
                Place.today(place.code(), divisions),
                asked.map(day -> Place.then(place.code(), divisions, day)).orElse(null));
    }
}
