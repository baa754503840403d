package org.huhang.bench.run;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.bench.load.HeadCall;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Latencies;
import org.huhang.bench.measure.Sample;
import org.huhang.bench.measure.Subject;
import tools.jackson.core.type.TypeReference;

/** All calls at the head of the log, try by try in turns, beside some writers. */
record HeadTurn(Application served, int writers, long cases) implements Subject {

    record Seen(EnumMap<HeadCall, Latencies> latencies, long refused, double seconds) {
        Done of(HeadCall call) {
            Latencies all = latencies.get(call);
            return new Done(all.count(), seconds, call == HeadCall.APPEND ? refused : 0, all, Map.of());
        }
    }

    /** One sample a call. Their rates tell nothing, for the asker pauses; processor time is nobody's in particular. */
    List<Sample> samples(int round, Duration length) throws Exception {
        Seen seen = seen(length);
        return seen.latencies().keySet().stream()
                .filter(call -> seen.of(call).count() > 0)
                .map(call -> sample(call, round, seen.of(call)))
                .toList();
    }

    private Sample sample(HeadCall call, int round, Done done) {
        return new Sample(call.words(), "calls", writers, round, done.perSecond(), Double.NaN, Double.NaN, done);
    }

    private Seen seen(Duration length) throws Exception {
        return served.inside(
                "/bench/head",
                Map.of("writers", writers, "seconds", length.toNanos() / 1e9, "set", SetUp.SET, "cases", cases),
                new TypeReference<>() {});
    }

    @Override
    public String name() {
        return "head";
    }

    @Override
    public String unit() {
        return "appends";
    }

    @Override
    public int connections() {
        return writers;
    }

    @Override
    public Optional<ProcessHandle> application() {
        return Optional.of(served.process());
    }

    @Override
    public Done run(Duration length) throws Exception {
        return seen(length).of(HeadCall.APPEND);
    }
}
