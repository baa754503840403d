package org.huhang.log.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huhang.command.port.IdentityLookup;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.log.read.SharedLookup;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The identity index as it is now, to whoever asks outside a transaction. Many who ask at once are one query. */
public final class SharedIdentityLookup implements IdentityLookup {

    private final JdbcClient client;
    private final PostgresIdentityIndex index;
    private final SharedLookup<byte[], List<CaseId>> holders;
    private final SharedLookup<byte[], List<CaseId>> lookalikes;

    public SharedIdentityLookup(JdbcClient client, PostgresIdentityIndex index, Duration longestWait) {
        this.client = client;
        this.index = index;
        this.holders = new SharedLookup<>(longestWait, asked -> cases("log.holders", asked));
        this.lookalikes = new SharedLookup<>(longestWait, asked -> cases("log.lookalikes", asked));
    }

    @Override
    public Optional<CaseId> holderOf(IdentityDocument document) {
        return holders.answer(index.digests().of(document)).stream().findFirst();
    }

    @Override
    public List<CaseId> lookalikes(ChildIdentity identity) {
        return lookalikes.answer(index.digests().of(identity));
    }

    private List<List<CaseId>> cases(String function, List<byte[]> asked) {
        List<List<CaseId>> cases = Stream.<List<CaseId>>generate(ArrayList::new)
                .limit(asked.size())
                .toList();
        client.sql("SELECT number, case_id FROM " + function + "(?)")
                .param(asked.toArray(byte[][]::new))
                .query(row -> {
                    cases.get(row.getInt(1) - 1).add(CaseId.of(row.getObject(2, UUID.class)));
                });
        return cases;
    }
}
