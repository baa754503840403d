package org.huhang.command.axon;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;

/** What happened to a case since a caller last saw it. */
final class Changes {

    private Changes() {}

    /**
     * {@code CASE_CHANGED_SINCE} with {@code currentVersion}, {@code changedBy} (work accounts) and {@code changes}
     * (version and name of each fact). Who names a version that has not been reached saw no change: then
     * {@code currentVersion} alone.
     */
    static Refusal since(long seen, long current, List<Recorded> history) {
        List<Recorded> newer =
                history.stream().filter(fact -> fact.version() > seen).toList();
        if (newer.isEmpty()) {
            return Refusal.of(RefusalCode.CASE_CHANGED_SINCE, Map.of("currentVersion", Long.toString(current)));
        }
        return Refusal.of(
                RefusalCode.CASE_CHANGED_SINCE,
                Map.of(
                        "currentVersion",
                        Long.toString(current),
                        "changedBy",
                        newer.stream()
                                .map(fact -> fact.by().actor().id())
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        "changes",
                        newer.stream()
                                .map(fact -> fact.version() + ":"
                                        + EventCatalogue.name(fact.event().getClass()))
                                .collect(Collectors.joining(", "))));
    }
}
