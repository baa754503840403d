package org.huhang.bench.hostile;

import java.util.Map;
import java.util.function.Supplier;

/** The token provider says nothing, while somebody shows tokens of keys that only it could know. */
final class SilentProvider implements Hostile {

    private final TokenProvider provider;
    private final Hostile tokens;

    SilentProvider(TokenProvider provider, Supplier<Hostile> tokens) {
        this.provider = provider;
        provider.silent(true);
        this.tokens = tokens.get();
    }

    @Override
    public Map<String, Double> answers() {
        return tokens.answers();
    }

    @Override
    public void close() throws Exception {
        provider.silent(false);
        tokens.close();
    }
}
