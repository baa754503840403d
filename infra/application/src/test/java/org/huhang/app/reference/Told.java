package org.huhang.app.reference;

import java.util.List;
import java.util.stream.Collectors;
import org.huhang.kernel.area.amendment.AmendmentEvent.Corrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.EntryVoided;
import org.huhang.kernel.area.amendment.AmendmentEvent.HukouCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.ResidenceCorrected;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.EntryId;

/** Facts one a line, without what they tell of persons. */
record Told(List<CaseId> files) {

    String lines(List<Recorded> facts) {
        return facts.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Recorded fact) {
        return "%3d  %s  %s %-28s %s"
                .formatted(
                        fact.position(),
                        id(fact.caseId(), fact.version()),
                        fact.event().effectiveOn(),
                        EventCatalogue.name(fact.event().getClass()),
                        more(fact.event()));
    }

    private String more(Event event) {
        return switch (event) {
            case ChildRegistered it ->
                it.residence().division().code() + " of "
                        + it.hukou().division().code();
            case ResidenceMoved it -> it.to().division().code().toString();
            case HukouMoved it -> it.to().division().code().toString();
            case CaseClosed it -> it.reason().name();
            case KeyCareDelisted it -> it.reason().name();
            case CasesMerged it -> files.indexOf(it.absorbed()) + " into " + files.indexOf(it.survivor());
            case CasesUnmerged it -> files.indexOf(it.absorbed()) + " from " + files.indexOf(it.survivor());
            case EntryVoided it -> it.entries().stream().map(this::id).collect(Collectors.joining(" "));
            case ResidenceCorrected it ->
                id(it.entry()) + " " + it.residence().division().code();
            case HukouCorrected it ->
                id(it.entry()) + " " + it.hukou().division().code();
            case Corrected it -> id(it.entry());
            default -> "";
        };
    }

    private String id(EntryId entry) {
        return id(entry.caseId(), entry.version());
    }

    private String id(CaseId file, long version) {
        return files.indexOf(file) + "/" + version;
    }
}
