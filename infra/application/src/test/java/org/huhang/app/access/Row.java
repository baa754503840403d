package org.huhang.app.access;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.command.api.CommandAddress;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.kernel.access.Act;

/**
 * One endpoint, what one does by it, and what it is asked of.
 *
 * @param query what a valid request needs behind the path
 */
record Row(Endpoint endpoint, Act act, Of of, String query) {

    /** What lies in a division, and so decides who may. */
    enum Of {
        A_CASE,
        A_REGISTRATION,
        A_MEMBER_OF_STAFF,
        AN_APPOINTMENT,
        AN_IMPORT,
        A_REVOCATION,
        /** Nothing in particular: a list shows what it may, and the installation lies nowhere. */
        NOTHING
    }

    private static final String MONTH = "?month=" + Bodies.today().toString().substring(0, 7);

    private static final List<Row> QUERIES = List.of(
            row("GET /api/cases/{caseId}", Act.READ_CASE, Of.A_CASE, ""),
            row("GET /api/cases/{caseId}/history", Act.READ_HISTORY, Of.A_CASE, ""),
            row("GET /api/cases/{caseId}/replay", Act.REPLAY, Of.A_CASE, "?effectiveAt=" + Bodies.today()),
            row("GET /api/cases/{caseId}/screening/dry-run", Act.DRY_RUN_SCREENING, Of.A_CASE, ""),
            row("POST /api/screening/dry-run", Act.DRY_RUN_SCREENING, Of.A_REGISTRATION, ""),
            row("GET /api/ledger", Act.READ_LEDGER, Of.NOTHING, ""),
            row("GET /api/staff", Act.READ_STAFF, Of.NOTHING, ""),
            row("GET /api/staff/training-coverage", Act.READ_TRAINING_COVERAGE, Of.NOTHING, ""),
            row("GET /api/staff/{staffId}", Act.READ_STAFF, Of.A_MEMBER_OF_STAFF, ""),
            row("GET /api/staff/{staffId}/history", Act.READ_STAFF, Of.A_MEMBER_OF_STAFF, ""),
            row("GET /api/worklist", Act.READ_WORKLIST, Of.NOTHING, ""),
            row("GET /api/audit", Act.READ_AUDIT, Of.NOTHING, ""),
            row("GET /api/statistics/counts", Act.READ_STATISTICS, Of.NOTHING, MONTH + "&level=county"),
            row("GET /api/statistics/matrix", Act.READ_STATISTICS, Of.NOTHING, MONTH),
            row("GET /api/statistics/evidence", Act.READ_STATISTICS, Of.NOTHING, MONTH + "&measure=on-file"),
            row("POST /api/imports", Act.IMPORT, Of.NOTHING, "?dry-run=true"),
            row("GET /api/imports", Act.IMPORT, Of.NOTHING, ""),
            row("GET /api/imports/{id}", Act.IMPORT, Of.AN_IMPORT, ""),
            row("GET /api/imports/{id}/events", Act.IMPORT, Of.AN_IMPORT, ""),
            row("GET /api/imports/{id}/report", Act.IMPORT, Of.AN_IMPORT, ""),
            row("GET /api/read-models", Act.RUN_READ_MODELS, Of.NOTHING, ""),
            row("POST /api/read-models/{name}/rebuild", Act.RUN_READ_MODELS, Of.NOTHING, ""),
            row("POST /api/read-models/{name}/restore-previous", Act.RUN_READ_MODELS, Of.NOTHING, ""),
            row("POST /api/read-models/{name}/discard-previous", Act.RUN_READ_MODELS, Of.NOTHING, ""),
            row("GET /api/read-models/{name}/parked", Act.RUN_READ_MODELS, Of.NOTHING, ""),
            row("POST /api/read-models/{name}/parked/replay", Act.RUN_READ_MODELS, Of.NOTHING, ""),
            row("POST /api/read-models/{name}/parked/{caseId}/replay", Act.RUN_READ_MODELS, Of.NOTHING, ""),
            row("GET /api/revocations", Act.REVOKE_TOKENS, Of.NOTHING, ""),
            row("POST /api/revocations/tokens", Act.REVOKE_TOKENS, Of.NOTHING, ""),
            row("POST /api/revocations/subjects", Act.REVOKE_TOKENS, Of.NOTHING, ""),
            row("POST /api/revocations/{id}/lift", Act.REVOKE_TOKENS, Of.A_REVOCATION, ""),
            row("GET /metrics", Act.READ_METRICS, Of.NOTHING, ""));

    static List<Row> all() {
        return Stream.concat(QUERIES.stream(), CommandCatalogue.all().stream().map(Row::ofCommand))
                .toList();
    }

    private static Row ofCommand(Class<? extends Command> command) {
        boolean begins = CommandCatalogue.begins(command);
        Of of =
                switch (CommandCatalogue.kind(command)) {
                    case CASE -> begins ? Of.A_REGISTRATION : Of.A_CASE;
                    case STAFF -> begins ? Of.AN_APPOINTMENT : Of.A_MEMBER_OF_STAFF;
                };
        return row("POST " + CommandAddress.of(command), Act.ofCommand(CommandCatalogue.name(command)), of, "");
    }

    private static Row row(String endpoint, Act act, Of of, String query) {
        return new Row(Endpoint.of(endpoint), act, of, query);
    }

    /** The endpoints without a row, and the rows without an endpoint. */
    static Set<String> unmatched(Collection<Endpoint> endpoints, Collection<Row> rows) {
        Map<String, Long> seen = Stream.concat(endpoints.stream(), rows.stream().map(Row::endpoint))
                .collect(Collectors.groupingBy(Endpoint::toString, LinkedHashMap::new, Collectors.counting()));
        seen.values().removeIf(count -> count == 2);
        return new TreeSet<>(seen.keySet());
    }

    /** To an aggregate that exists. */
    boolean isCommand() {
        return (of == Of.A_CASE || of == Of.A_MEMBER_OF_STAFF)
                && endpoint.method().equals("POST");
    }

    /** The last step of the path: a command's name, for a command. */
    String name() {
        return endpoint.path().substring(endpoint.path().lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
