package org.huhang.app.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** What earlier answers gave: cases and what may come next for each, imports, cursors. Bounded; the oldest go. */
final class Pool {

    private static final String ANY = "any";

    /** @param other the case it was merged with; null where there is none */
    record Known(String caseId, String other, String entry) {

        Known(String caseId, String other) {
            this(caseId, other, caseId + "/1");
        }
    }

    /** Commands that a fact makes possible. */
    private static final Map<String, List<String>> NEXT = Map.ofEntries(
            Map.entry(
                    "ChildRegistered",
                    List.of(ANY, "screen", "list-key-care", "record-guardianship-lapse", "merge", "close")),
            Map.entry("ScreeningReferredToReview", List.of("decide-screening-review")),
            Map.entry(
                    "KeyCareListed",
                    List.of("record-visit", "reassess-key-care", "delist-key-care", "correct-key-care")),
            Map.entry("HomeVisitRecorded", List.of("reassess-key-care")),
            Map.entry("KeyCareDelisted", List.of("list-key-care")),
            Map.entry("LivingArrangementRecorded", List.of("void-entry", "correct-living-arrangement")),
            Map.entry(
                    "GuardianshipLapsed",
                    List.of("assign-temporary-care", "assume-long-term-guardianship", "assess-return")),
            Map.entry(
                    "TemporaryCareAssigned",
                    List.of("review-temporary-care", "change-temporary-care", "assess-return")),
            Map.entry("TemporaryCareChanged", List.of("change-temporary-care", "review-temporary-care")),
            Map.entry("LongTermGuardianshipAssumed", List.of("end-long-term-guardianship")),
            Map.entry("LongTermGuardianshipEnded", List.of("record-guardianship-lapse")),
            Map.entry("ReturnAssessed", List.of("return-to-guardian")),
            Map.entry("ReturnedToGuardian", List.of("record-guardianship-lapse")),
            Map.entry("CasesMerged", List.of("unmerge")),
            Map.entry("CasesUnmerged", List.of("merge")),
            Map.entry("CaseClosed", List.of("reopen")),
            Map.entry(
                    "StaffAppointed",
                    List.of("read-staff", "staff-history", "assign-area", "record-training", "end-post")),
            Map.entry("StaffAreaAssigned", List.of("record-training")),
            Map.entry("CaseReopened", List.of("screen", "close")));

    private final Map<String, Recent<Known>> cases = new ConcurrentHashMap<>();
    private final Map<String, Recent<String>> cursors = new ConcurrentHashMap<>();
    private final Recent<String> imports = new Recent<>();

    /** @param asked the other case that the body named, or null */
    void learn(Shot shot, JsonNode answer, String asked) {
        String caseId = answer.path("caseId").asString(answer.path("staffId").asString(""));
        answer.path("events").forEach(fact -> NEXT.getOrDefault(fact.asString(), List.of())
                .forEach(next -> cases.computeIfAbsent(next, _ -> new Recent<>())
                        .add(new Known(
                                caseId,
                                asked,
                                caseId + "/" + answer.path("version").asInt(0)))));
        if (answer.hasNonNull("next")) {
            cursors.computeIfAbsent(shot.operation(), _ -> new Recent<>())
                    .add(answer.path("next").asString(""));
        }
        if (shot.operation().equals("import-list") && answer.has("id")) {
            imports.add(answer.path("id").asString(""));
        }
    }

    void offer(String command, String caseId) {
        cases.computeIfAbsent(command, _ -> new Recent<>()).add(new Known(caseId, null));
    }

    /** One that the command may fit, else any. */
    Known forCommand(String command, Dice dice) {
        Recent<Known> fitting = dice.chance(0.8) ? cases.get(command) : null;
        return Optional.ofNullable(fitting)
                .flatMap(recent -> recent.any(dice))
                .or(() -> Optional.ofNullable(cases.get(ANY)).flatMap(recent -> recent.any(dice)))
                .orElseGet(() -> new Known(UUID.randomUUID().toString(), null));
    }

    Optional<String> cursor(String operation, Dice dice) {
        return Optional.ofNullable(cursors.get(operation)).flatMap(recent -> recent.any(dice));
    }

    /** Of whichever list. */
    Optional<String> anyCursor(Dice dice) {
        return cursors.values().stream().findAny().flatMap(recent -> recent.any(dice));
    }

    String importId(Dice dice) {
        return imports.any(dice).orElseGet(() -> UUID.randomUUID().toString());
    }
}
