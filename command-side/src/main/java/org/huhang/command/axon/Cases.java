package org.huhang.command.axon;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.huhang.kernel.value.CaseId;

/** Loading and opening cases in the current unit of work. */
final class Cases {

    private final Repository<ChildCase> repository;

    Cases(Repository<ChildCase> repository) {
        this.repository = repository;
    }

    Optional<LoadedCase> load(CaseId id) {
        try {
            return Optional.of(LoadedCase.of(id, repository.load(id.toString())));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Both, in one order whoever asks, so that two mergers of the same two cases do not wait for each other. */
    Map<CaseId, Optional<LoadedCase>> load(CaseId one, CaseId other) {
        Map<CaseId, Optional<LoadedCase>> loaded = new HashMap<>();
        Stream.of(one, other)
                .distinct()
                .sorted(Comparator.comparing(CaseId::value))
                .forEach(id -> loaded.put(id, load(id)));
        return loaded;
    }

    Aggregate<ChildCase> open(CaseId id) {
        try {
            return repository.newInstance(() -> new ChildCase(id));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
