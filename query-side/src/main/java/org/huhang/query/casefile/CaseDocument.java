package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.area.ToldFacts;
import org.huhang.query.area.file.FileDocuments;
import org.huhang.query.area.file.FileDocuments.AbsorbedDocument;
import org.huhang.query.area.file.FileDocuments.GuardianDocument;
import org.huhang.query.area.file.FileDocuments.HukouDocument;
import org.huhang.query.area.file.FileDocuments.IdentityDocumentation;
import org.huhang.query.area.file.FileDocuments.LifecycleDocument;
import org.huhang.query.area.file.FileDocuments.RegistrationDocument;
import org.huhang.query.area.file.FileDocuments.ResidenceDocument;
import org.huhang.query.area.guardianship.GuardianshipDocument;
import org.huhang.query.area.keycare.KeyCareDocument;
import org.huhang.query.area.schooling.SchoolingDocument;
import org.huhang.query.area.screening.ScreeningDocument;
import org.jspecify.annotations.Nullable;

/**
 * A case as a reader sees it: plain values only, personal ones revealed. Every field is always there, null where it does
 * not apply. Holds nothing that depends on the version, and of today only what has become of its divisions.
 */
public record CaseDocument(
        CaseId caseId,
        LifecycleDocument lifecycle,
        RegistrationDocument registration,
        IdentityDocumentation identity,
        HukouDocument hukou,
        ResidenceDocument residence,
        List<GuardianDocument> guardians,
        LocalDate guardiansSince,
        ScreeningDocument screening,
        KeyCareDocument keyCare,
        GuardianshipDocument guardianship,
        @Nullable SchoolingDocument schooling,
        List<AbsorbedDocument> absorbed) {

    /** @param facts all of those that the state adds up, at least */
    static CaseDocument of(Registered state, FileDocuments file, ToldFacts facts) {
        ChildFile child = state.child();
        return new CaseDocument(
                state.caseId(),
                FileDocuments.lifecycle(state.lifecycle(), facts),
                FileDocuments.registration(child),
                FileDocuments.identity(child.identity()),
                file.hukou(child),
                file.residence(child),
                child.guardians().stream().map(file::guardian).toList(),
                child.guardiansOn(),
                ScreeningDocument.of(state.screening(), facts),
                KeyCareDocument.of(state.keyCare(), facts),
                GuardianshipDocument.of(state.guardianship(), facts),
                SchoolingDocument.of(state.areas().schooling(), facts),
                FileDocuments.absorbed(state.file(), facts));
    }
}
