package org.huhang.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The arrays of one call of {@code log.append}: each column of what is written. */
final class AppendArrays {
    private final List<String> owners = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final List<Integer> expecting = new ArrayList<>();
    private final List<UUID> expectedStreams = new ArrayList<>();
    private final List<Long> expectedVersions = new ArrayList<>();
    private final List<Integer> changes = new ArrayList<>();
    private final List<UUID> streams = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Integer> revisions = new ArrayList<>();
    private final List<String> payloads = new ArrayList<>();
    private final List<String> metadata = new ArrayList<>();
    private final List<String> times = new ArrayList<>();
    private final List<Integer> days = new ArrayList<>();
    private final List<UUID> messages = new ArrayList<>();
    private final List<Integer> indexing = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<UUID> cases = new ArrayList<>();
    private final List<byte[]> identities = new ArrayList<>();
    private final List<UUID> others = new ArrayList<>();

    private AppendArrays() {}

    static AppendArrays of(List<Append> changes) {
        AppendArrays arrays = new AppendArrays();
        for (int i = 0; i < changes.size(); i++) {
            arrays.add(i + 1, changes.get(i));
        }
        return arrays;
    }

    private void add(int number, Append change) {
        Append.Receipt receipt = change.receipt().orElse(new Append.Receipt(null, null, null, null));
        owners.add(receipt.owner());
        keys.add(receipt.key());
        digests.add(receipt.digest());
        answers.add(receipt.answer());
        counts.add(change.facts().size());
        for (Append.Expectation expectation : change.expectations()) {
            expecting.add(number);
            expectedStreams.add(expectation.caseId().value());
            expectedVersions.add(expectation.version());
        }
        String time = change.ownTime().map(Instant::toString).orElse(null);
        for (Append.Line fact : change.facts()) {
            changes.add(number);
            streams.add(fact.caseId().value());
            versions.add(fact.version());
            names.add(fact.written().name());
            revisions.add(fact.written().revision());
            payloads.add(fact.written().payload());
            metadata.add(change.metadata());
            times.add(time);
            days.add(Math.toIntExact(fact.event().effectiveOn().toEpochDay()));
            messages.add(fact.messageId());
        }
        change.index().forEach(step -> add(number, step));
    }

    private void add(int number, IndexStep step) {
        indexing.add(number);
        cases.add(step.caseId());
        switch (step) {
            case IndexStep.LooksLike it -> add("L", it.digest(), null);
            case IndexStep.Claims it -> add("D", it.digest(), null);
            case IndexStep.ReleasesDocuments _ -> add("R", null, null);
            case IndexStep.MergedInto it -> add("M", null, it.survivor());
            case IndexStep.Parted _ -> add("U", null, null);
        }
    }

    private void add(String kind, byte[] digest, UUID other) {
        kinds.add(kind);
        identities.add(digest);
        others.add(other);
    }

    void bind(PreparedStatement call, Connection connection) throws SQLException {
        Binding to = new Binding(call, connection);
        int place = 0;
        for (List<String> texts : List.of(owners, keys, digests, answers)) {
            to.set(++place, "text", texts.toArray(String[]::new));
        }
        to.set(++place, "int4", counts.toArray(Integer[]::new));
        to.set(++place, "int4", expecting.toArray(Integer[]::new));
        to.set(++place, "uuid", expectedStreams.toArray(UUID[]::new));
        to.set(++place, "int8", expectedVersions.toArray(Long[]::new));
        to.set(++place, "int4", changes.toArray(Integer[]::new));
        to.set(++place, "uuid", streams.toArray(UUID[]::new));
        to.set(++place, "int8", versions.toArray(Long[]::new));
        to.set(++place, "text", names.toArray(String[]::new));
        to.set(++place, "int4", revisions.toArray(Integer[]::new));
        to.set(++place, "text", payloads.toArray(String[]::new));
        to.set(++place, "text", metadata.toArray(String[]::new));
        to.set(++place, "timestamptz", times.toArray(String[]::new));
        to.set(++place, "int4", days.toArray(Integer[]::new));
        to.set(++place, "uuid", messages.toArray(UUID[]::new));
        to.set(++place, "int4", indexing.toArray(Integer[]::new));
        to.set(++place, "text", kinds.toArray(String[]::new));
        to.set(++place, "uuid", cases.toArray(UUID[]::new));
        to.set(++place, "bytea", identities.toArray(byte[][]::new));
        to.set(++place, "uuid", others.toArray(UUID[]::new));
    }

    private record Binding(PreparedStatement call, Connection connection) {
        void set(int place, String type, Object[] values) throws SQLException {
            call.setArray(place, connection.createArrayOf(type, values));
        }
    }
}
