package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.area.file.FileDocuments.AbsorbedDocument;
import org.huhang.query.area.file.FileDocuments.GuardianDocument;
import org.huhang.query.area.file.FileDocuments.HukouDocument;
import org.huhang.query.area.file.FileDocuments.IdentityDocumentation;
import org.huhang.query.area.file.FileDocuments.LifecycleDocument;
import org.huhang.query.area.file.FileDocuments.RegistrationDocument;
import org.huhang.query.area.file.FileDocuments.ResidenceDocument;
import org.huhang.query.area.guardianship.GuardianshipDocument;
import org.huhang.query.area.keycare.KeyCareDocument;
import org.huhang.query.area.screening.ScreeningDocument;

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
        List<AbsorbedDocument> absorbed) {}
