package org.huhang.query.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.EntryId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One fact with what it did to the case, or to another record.
 *
 * @param caseId the file it stands in, which may be one that was merged into the case asked for; null of staff
 * @param voidedBy the entry by which it should not have been made, {@code correctedBy} that by which it says something else,
 *     by what is known; null where there is none
 * @param overruled whether it changes nothing because of what else is true by then
 * @param recordedAt when it became known, UTC
 * @param effectiveOn the day from which it is true, Asia/Shanghai
 * @param content the fact itself, personal values in the clear
 */
public record FactDocument(
        long position,
        @Nullable CaseId caseId,
        long version,
        String name,
        int revision,
        LocalDate effectiveOn,
        Instant recordedAt,
        By by,
        JsonNode content,
        List<Change> changes,
        @Nullable EntryId voidedBy,
        @Nullable EntryId correctedBy,
        boolean overruled) {

    /**
     * @param jurisdiction code of the division the actor answered for, {@code 000000} for the nation
     * @param source e.g. an import job and row
     * @param demo whether the fact is invented, for demonstration
     */
    public record By(
            String actor,
            Role role,
            Jurisdiction jurisdiction,
            String requestId,
            Attribution.Channel channel,
            @Nullable String source,
            boolean demo) {

        static By of(Attribution by) {
            return new By(
                    by.actor().id(),
                    by.actor().role(),
                    by.actor().jurisdiction(),
                    by.requestId(),
                    by.channel(),
                    by.source().orElse(null),
                    by.demo());
        }
    }

    /** Of a record that is no case. */
    public static FactDocument of(Recorded fact, List<Change> changes) {
        return of(fact, null, changes, null, null, false);
    }

    /** Of a child's case. */
    public static FactDocument of(
            Recorded fact,
            List<Change> changes,
            Optional<EntryId> voidedBy,
            Optional<EntryId> correctedBy,
            boolean overruled) {
        return of(fact, fact.caseId(), changes, voidedBy.orElse(null), correctedBy.orElse(null), overruled);
    }

    private static FactDocument of(
            Recorded fact,
            @Nullable CaseId caseId,
            List<Change> changes,
            @Nullable EntryId voidedBy,
            @Nullable EntryId correctedBy,
            boolean overruled) {
        Class<? extends Event> type = fact.event().getClass();
        return new FactDocument(
                fact.position(),
                caseId,
                fact.version(),
                EventCatalogue.name(type),
                EventCatalogue.revision(type),
                fact.event().effectiveOn(),
                fact.recordedAt(),
                By.of(fact.by()),
                Revealing.content(fact.event()),
                changes,
                voidedBy,
                correctedBy,
                overruled);
    }
}
