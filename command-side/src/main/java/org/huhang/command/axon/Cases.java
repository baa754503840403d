package org.huhang.command.axon;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Repository;
import org.huhang.kernel.value.CaseId;

/** Loading cases into the current unit of work. */
final class Cases {

    private final Repository<ChildCase> repository;

    Cases(Repository<ChildCase> repository) {
        this.repository = repository;
    }

    /** The case, unregistered where nothing is known under {@code id}; nobody else in this process has it meanwhile. */
    LoadedCase load(CaseId id) {
        try {
            return LoadedCase.of(id, repository.loadOrCreate(id.toString(), () -> new ChildCase(id)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both, in one order whoever asks, so that two mergers of the same two cases do not wait for each other. */
    Map<CaseId, LoadedCase> load(CaseId one, CaseId other) {
        Map<CaseId, LoadedCase> loaded = new HashMap<>();
        Stream.of(one, other)
                .distinct()
                .sorted(Comparator.comparing(CaseId::value))
                .forEach(id -> loaded.put(id, load(id)));
        return loaded;
    }
}
