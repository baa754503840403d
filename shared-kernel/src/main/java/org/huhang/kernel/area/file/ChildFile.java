package org.huhang.kernel.area.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.Residence;
import org.huhang.kernel.value.SourceAgency;

/**
 * Who the child is, where they live and with whom, as last told.
 *
 * @param identityVersion of the fact that last stated the identity whole: papers attached by an earlier fact are already
 *     part of it, in whatever order facts are folded
 * @param firstResidenceSince since when the child had lived where it lived at registration
 * @param residenceOn day of the last recorded change of residence; {@code residence.since()} may be older, after a move
 *     within the county
 * @param inTownshipSince arrival in the township of residence, where a recorded move tells it
 * @param movesNearby those since the arrival that {@code residence.since()} tells, in order
 */
public record ChildFile(
        LocalDate registeredOn,
        SourceAgency agency,
        LocalDate firstResidenceSince,
        ChildIdentity identity,
        long identityVersion,
        Hukou hukou,
        LocalDate hukouOn,
        Residence residence,
        LocalDate residenceOn,
        Optional<LocalDate> inTownshipSince,
        List<MoveNearby> movesNearby,
        List<Guardian> guardians,
        LocalDate guardiansOn) {

    private static final int TOWNSHIP = DivisionCode.Level.TOWNSHIP.prefixLength();

    public ChildFile {
        movesNearby = List.copyOf(movesNearby);
        guardians = List.copyOf(guardians);
    }

    static ChildFile begin(ChildRegistered event, long fact) {
        LocalDate day = event.effectiveOn();
        return new ChildFile(
                day,
                event.agency(),
                event.residence().since(),
                event.identity(),
                fact,
                event.hukou(),
                day,
                event.residence(),
                day,
                Optional.empty(),
                List.of(),
                event.guardians(),
                day);
    }

    /** @param fact version of the event */
    ChildFile after(FileEvent event, long fact) {
        return switch (event) {
            case ChildRegistered e -> registeredAgain(e);
            case LivingArrangementRecorded e -> with(e.guardians(), e.effectiveOn());
            case IdentityDocumentAttached e -> fact < identityVersion ? this : with(e.document());
            case IdentityCorrected e -> fact < identityVersion ? this : with(e.identity(), fact);
            case ResidenceMoved e -> with(e.to(), e.effectiveOn());
            case HukouMoved e -> with(e.to(), e.effectiveOn());
            case CasesMerged _, CasesUnmerged _, CaseClosed _, CaseReopened _ -> this;
        };
    }

    /** In another file, which was merged into this one: it tells where the child lived by then, and with whom. */
    private ChildFile registeredAgain(ChildRegistered event) {
        boolean same =
                event.residence().division().code().equals(residence.division().code());
        ChildFile living = same ? this : with(event.residence(), event.effectiveOn());
        return living.with(event.hukou(), event.effectiveOn()).with(event.guardians(), event.effectiveOn());
    }

    private ChildFile with(ChildIdentity stated, long version) {
        return new ChildFile(
                registeredOn,
                agency,
                firstResidenceSince,
                stated,
                version,
                hukou,
                hukouOn,
                residence,
                residenceOn,
                inTownshipSince,
                movesNearby,
                guardians,
                guardiansOn);
    }

    private ChildFile with(IdentityDocument attached) {
        return with(
                new ChildIdentity(
                        identity.name(),
                        identity.otherNames(),
                        identity.sex(),
                        identity.birthDate(),
                        Stream.concat(identity.documents().stream(), Stream.of(attached))
                                .toList()),
                identityVersion);
    }

    public ChildFile with(Hukou to, LocalDate on) {
        return new ChildFile(
                registeredOn,
                agency,
                firstResidenceSince,
                identity,
                identityVersion,
                to,
                on,
                residence,
                residenceOn,
                inTownshipSince,
                movesNearby,
                guardians,
                guardiansOn);
    }

    public ChildFile with(Residence to, LocalDate on) {
        return new ChildFile(
                registeredOn,
                agency,
                firstResidenceSince,
                identity,
                identityVersion,
                hukou,
                hukouOn,
                to,
                on,
                townshipAfter(to, on),
                movesAfter(to, on),
                guardians,
                guardiansOn);
    }

    private ChildFile with(List<Guardian> arrangement, LocalDate on) {
        return new ChildFile(
                registeredOn,
                agency,
                firstResidenceSince,
                identity,
                identityVersion,
                hukou,
                hukouOn,
                residence,
                residenceOn,
                inTownshipSince,
                movesNearby,
                arrangement,
                on);
    }

    /**
     * Known after a move to another county or between two townships that are both named. Within a county of which only the
     * county was recorded, a move may or may not have left the township.
     */
    private Optional<LocalDate> townshipAfter(Residence to, LocalDate on) {
        DivisionCode here = residence.division().code();
        DivisionCode there = to.division().code();
        if (isToAnotherCounty(to)) {
            return Optional.of(on);
        }
        if (!namesTownship(here) || !namesTownship(there)) {
            return here.equals(there) ? inTownshipSince : Optional.empty();
        }
        return township(here).equals(township(there)) ? inTownshipSince : Optional.of(on);
    }

    private List<MoveNearby> movesAfter(Residence to, LocalDate on) {
        if (isToAnotherCounty(to)) {
            return List.of();
        }
        return to.division().code().equals(residence.division().code())
                ? movesNearby
                : Stream.concat(
                                movesNearby.stream(),
                                Stream.of(new MoveNearby(residence.division(), to.division(), on)))
                        .toList();
    }

    private boolean isToAnotherCounty(Residence to) {
        return !to.since().equals(residence.since());
    }

    private static boolean namesTownship(DivisionCode code) {
        return code.digits().length() >= TOWNSHIP;
    }

    private static String township(DivisionCode code) {
        return code.digits().substring(0, TOWNSHIP);
    }
}
