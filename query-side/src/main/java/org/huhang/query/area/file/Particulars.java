package org.huhang.query.area.file;

import java.time.LocalDate;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.area.file.FileEvent;
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
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Sex;

/**
 * Who the child is and where, as lists show it.
 *
 * @param name in the clear
 * @param residence division code as recorded; likewise {@code hukou}
 */
public record Particulars(String name, Sex sex, LocalDate birthDate, String residence, String hukou) {

    public static Particulars begin(ChildRegistered event) {
        return of(
                event.identity(),
                digits(event.residence().division()),
                digits(event.hukou().division()));
    }

    public static Particulars of(ChildFile child) {
        return of(
                child.identity(),
                digits(child.residence().division()),
                digits(child.hukou().division()));
    }

    public Particulars after(FileEvent event) {
        return switch (event) {
            case ChildRegistered e -> begin(e);
            case IdentityCorrected e -> of(e.identity(), residence, hukou);
            case ResidenceMoved e -> new Particulars(name, sex, birthDate, digits(e.to().division()), hukou);
            case HukouMoved e -> new Particulars(name, sex, birthDate, residence, digits(e.to().division()));
            case LivingArrangementRecorded _,
                    IdentityDocumentAttached _,
                    CasesMerged _,
                    CasesUnmerged _,
                    CaseClosed _,
                    CaseReopened _ -> this;
        };
    }

    private static Particulars of(ChildIdentity identity, String residence, String hukou) {
        return new Particulars(identity.name().reveal(), identity.sex(), identity.birthDate(), residence, hukou);
    }

    private static String digits(DivisionRef place) {
        return place.code().digits();
    }
}
