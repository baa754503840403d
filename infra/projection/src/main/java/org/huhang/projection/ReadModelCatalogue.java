package org.huhang.projection;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every read model there is: one for each bean of type {@link Projection}. */
public final class ReadModelCatalogue {

    private final Map<String, ReadModel> models = new TreeMap<>();

    ReadModelCatalogue(List<Projection> projections, JdbcClient client, InstantSource clock) {
        for (Projection projection : projections) {
            ReadModel other = models.put(projection.name(), new ReadModel(projection, client, clock));
            if (other != null) {
                throw new IllegalArgumentException("Two projections are named " + projection.name());
            }
        }
    }

    public List<ReadModel> all() {
        return List.copyOf(models.values());
    }

    /** @throws Refused {@code READ_MODEL_UNKNOWN} */
    public ReadModel named(String name) {
        ReadModel model = models.get(name);
        if (model == null) {
            throw new Refused(RefusalCode.READ_MODEL_UNKNOWN);
        }
        return model;
    }
}
