package org.huhang.log.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;

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
            case FileEvent.CaseClosed it -> closed(caseId, it.reason());
            case FileEvent.CaseReopened _ -> Stream.of(new IndexStep.OpenAgain(caseId));
            case FileEvent.LivingArrangementRecorded _, FileEvent.ResidenceMoved _, FileEvent.HukouMoved _ ->
                Stream.empty();
        };
    }

    /** Closed for any other reason, it still is the case of that child. */
    private static Stream<IndexStep> closed(UUID caseId, CloseReason reason) {
        return switch (reason) {
            case REGISTERED_IN_ERROR -> Stream.of(new IndexStep.RegisteredInError(caseId));
            case ADULT, MOVED_OUT_OF_REACH, NO_LONGER_IN_NEED, DECEASED -> Stream.empty();
        };
    }

    private static List<IndexStep> identity(UUID caseId, ChildIdentity identity, BlindIndex digests) {
        List<IndexStep> steps = new ArrayList<>();
        steps.add(new IndexStep.LooksLike(caseId, digests.of(identity)));
        identity.documents().forEach(document -> steps.add(new IndexStep.Claims(caseId, digests.of(document))));
        return steps;
    }
}
