package org.huhang.kernel.area;

import org.huhang.kernel.area.amendment.AmendmentEvent.Corrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.HukouCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.KeyCareCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.LivingArrangementCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.ResidenceCorrected;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.event.CaseEvent;

/** What an entry says once it is corrected. A correction of an entry of another kind changes nothing. */
public final class Corrections {

    private Corrections() {}

    /** Whether a correction of this kind can be made of such an entry. */
    public static boolean fit(CaseEvent entry, Corrected correction) {
        return applied(entry, correction) != entry;
    }

    static CaseEvent applied(CaseEvent entry, Corrected correction) {
        return switch (correction) {
            case ResidenceCorrected c ->
                switch (entry) {
                    case ChildRegistered e ->
                        new ChildRegistered(
                                e.identity(), e.hukou(), c.residence(), e.guardians(), e.agency(), e.effectiveOn());
                    case ResidenceMoved _ -> new ResidenceMoved(c.residence(), c.effectiveOn());
                    case CaseEvent other -> other;
                };
            case HukouCorrected c ->
                switch (entry) {
                    case ChildRegistered e ->
                        new ChildRegistered(
                                e.identity(), c.hukou(), e.residence(), e.guardians(), e.agency(), e.effectiveOn());
                    case HukouMoved _ -> new HukouMoved(c.hukou(), c.effectiveOn());
                    case CaseEvent other -> other;
                };
            case LivingArrangementCorrected c ->
                switch (entry) {
                    case ChildRegistered e ->
                        new ChildRegistered(
                                e.identity(), e.hukou(), e.residence(), c.guardians(), e.agency(), e.effectiveOn());
                    case LivingArrangementRecorded _ -> new LivingArrangementRecorded(c.guardians(), c.effectiveOn());
                    case CaseEvent other -> other;
                };
            case KeyCareCorrected c ->
                switch (entry) {
                    case KeyCareListed _ ->
                        new KeyCareListed(c.grounds(), c.risk(), c.nextVisitDue(), c.edition(), c.effectiveOn());
                    case KeyCareReassessed _ ->
                        new KeyCareReassessed(c.grounds(), c.risk(), c.nextVisitDue(), c.edition(), c.effectiveOn());
                    case CaseEvent other -> other;
                };
        };
    }
}
