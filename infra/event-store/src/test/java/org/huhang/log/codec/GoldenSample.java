package org.huhang.log.codec;

import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.log.testing.Samples;

/** What a golden says, for those who want a fact of that kind. */
public final class GoldenSample {

    private static final EventCodec CODEC = new EventCodec(PersonalDataGate.open(), Upcasters.none());

    private GoldenSample() {}

    public static Event of(Class<? extends Event> type) {
        String name = EventCatalogue.name(type);
        int revision = EventCatalogue.revision(type);
        String golden = Goldens.onClassPath(Goldens.fileName(name, revision))
                .orElseThrow(() -> new AssertionError(name + " has neither a golden nor a sample to write one from"));
        return CODEC.read(Samples.CASE.stream(), new WrittenEvent(name, revision, golden));
    }
}
