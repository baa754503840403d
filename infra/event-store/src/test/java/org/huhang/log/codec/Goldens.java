package org.huhang.log.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.log.testing.Samples;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what is written today with what was approved. {@code -Dgolden.write=true} writes the files that are missing;
 * one that exists is never overwritten, for facts of that shape may be in a log.
 */
final class Goldens {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventCodec codec;
    private final ToIntFunction<Class<? extends Event>> revisions;
    private final Function<String, Optional<String>> files;

    Goldens(EventCodec codec, Function<String, Optional<String>> files) {
        this(codec, EventCatalogue::revision, files);
    }

    /** @param revisions today's of each event, as the codec knows them */
    Goldens(
            EventCodec codec,
            ToIntFunction<Class<? extends Event>> revisions,
            Function<String, Optional<String>> files) {
        this.codec = codec;
        this.revisions = revisions;
        this.files = files;
    }

    static Optional<String> onClassPath(String name) {
        try (InputStream in = Goldens.class.getResourceAsStream("/golden/" + name)) {
            if (in == null && Boolean.getBoolean("golden.write")) {
                return Optional.of(written(name));
            }
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One sentence for every event that strayed; none when all is well. */
    List<String> complaints(List<Class<? extends Event>> events, List<Event> samples) {
        Map<Class<?>, Event> byType = samples.stream().collect(Collectors.toMap(Event::getClass, Function.identity()));
        List<String> complaints = new ArrayList<>();
        for (Class<? extends Event> type : events) {
            complaint(type, byType.get(type)).ifPresent(complaints::add);
        }
        return complaints;
    }

    private Optional<String> complaint(Class<? extends Event> type, Event sample) {
        String event = EventCatalogue.name(type);
        int today = revisions.applyAsInt(type);
        if (sample == null) {
            return Optional.of(fileName(event, today) + ": no sample of this event");
        }
        return IntStream.range(1, today)
                .mapToObj(revision -> complaintOfOlder(new WrittenEvent(event, revision, "")))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> complaintOfToday(new WrittenEvent(event, today, ""), sample));
    }

    /** A fact of an older revision is in some log for ever: its golden stays, and upcasters lead from it to today. */
    private Optional<String> complaintOfOlder(WrittenEvent place) {
        return complaint(place, _ -> Optional.empty());
    }

    private Optional<String> complaintOfToday(WrittenEvent place, Event sample) {
        return complaint(place, kept -> {
            if (!codec.read(Samples.CASE.stream(), kept).equals(sample)) {
                return Optional.of("reads as another fact");
            }
            WrittenEvent today = codec.write(Samples.CASE.stream(), sample);
            return JSON.readTree(today.payload()).equals(JSON.readTree(kept.payload()))
                    ? Optional.empty()
                    : Optional.of("is not what is written now");
        });
    }

    private Optional<String> complaint(WrittenEvent place, Function<WrittenEvent, Optional<String>> more) {
        String name = fileName(place.name(), place.revision());
        Optional<WrittenEvent> kept =
                files.apply(name).map(golden -> new WrittenEvent(place.name(), place.revision(), golden));
        if (kept.isEmpty()) {
            return Optional.of(name + ": missing");
        }
        try {
            codec.read(Samples.CASE.stream(), kept.get());
            return more.apply(kept.get()).map(why -> name + ": " + why);
        } catch (UnreadableEvent | JacksonException e) {
            return Optional.of(name + ": cannot be read");
        }
    }

    static String fileName(String event, int revision) {
        return event + ".v" + revision + ".json";
    }

    private static String written(String name) throws IOException {
        EventCodec codec = new EventCodec(PersonalDataGate.open(), Upcasters.none());
        Event sample = Samples.all().stream()
                .filter(it -> fileName(EventCatalogue.name(it.getClass()), EventCatalogue.revision(it.getClass()))
                        .equals(name))
                .findFirst()
                .orElseThrow();
        String golden = JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(JSON.readTree(
                                codec.write(Samples.CASE.stream(), sample).payload()))
                + "\n";
        Files.writeString(Path.of("src/test/resources/golden", name), golden);
        return golden;
    }
}
