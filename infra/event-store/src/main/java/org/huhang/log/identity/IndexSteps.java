package org.huhang.log.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.ChildIdentity;

/** What facts say about identities. */
final class IndexSteps {

    private IndexSteps() {}

    static Stream<IndexStep> of(StreamId stream, Event event, BlindIndex digests) {
        return event instanceof FileEvent it ? ofFile(stream.value(), it, digests) : Stream.empty();
    }

    private static Stream<IndexStep> ofFile(UUID caseId, FileEvent event, BlindIndex digests) {
        return switch (event) {
            case FileEvent.ChildRegistered it -> identity(caseId, it.identity(), digests).stream();
            case FileEvent.IdentityDocumentAttached it ->
                Stream.of(new IndexStep.Claims(caseId, digests.of(it.document())));
            case FileEvent.IdentityCorrected it ->
                Stream.concat(
                        Stream.of(new IndexStep.ReleasesDocuments(caseId)),
                        identity(caseId, it.identity(), digests).stream());
            case FileEvent.CasesMerged it ->
                Stream.of(new IndexStep.Absorbed(
                        it.absorbed().value(), it.survivor().value()));
            case FileEvent.CasesUnmerged it ->
                Stream.of(new IndexStep.Parted(it.absorbed().value()));
            case FileEvent.LivingArrangementRecorded _,
                    FileEvent.ResidenceMoved _,
                    FileEvent.HukouMoved _,
                    FileEvent.CaseClosed _,
                    FileEvent.CaseReopened _ -> Stream.empty();
        };
    }

    private static List<IndexStep> identity(UUID caseId, ChildIdentity identity, BlindIndex digests) {
        List<IndexStep> steps = new ArrayList<>();
        steps.add(new IndexStep.LooksLike(caseId, digests.of(identity)));
        identity.documents().forEach(document -> steps.add(new IndexStep.Claims(caseId, digests.of(document))));
        return steps;
    }
}
