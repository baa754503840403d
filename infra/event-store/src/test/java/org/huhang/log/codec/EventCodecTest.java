package org.huhang.log.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitRecorded;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventCodecTest {

    private final EventCodec codec = new EventCodec(PersonalDataGate.open(), Upcasters.none());

    @Test
    void every_event_is_written_and_read_as_its_golden_says() {
        assertThat(new Goldens(codec, Goldens::onClassPath).complaints(EventCatalogue.all(), Samples.all()))
                .isEmpty();
    }

    /** Else a golden would not show what becomes of it. */
    @Test
    void a_golden_leaves_no_field_empty() {
        for (Event sample : Samples.all()) {
            JsonNode written = JsonMapper.shared()
                    .readTree(codec.write(Samples.CASE.stream(), sample).payload());
            assertThat(written.properties())
                    .as(EventCatalogue.name(sample.getClass()))
                    .isNotEmpty()
                    .noneMatch(field -> field.getValue().isNull()
                            || field.getValue().isContainer()
                                    && field.getValue().isEmpty());
        }
    }

    /** Older revisions included: their files stay, for facts of that shape may be in a log. */
    @Test
    void every_golden_ever_approved_can_still_be_read() throws Exception {
        Path folder = Path.of(getClass().getResource("/golden").toURI());
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString()).toList();
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(EventCatalogue.all().size());
        for (String name : names) {
            Matcher parts = Pattern.compile("(\\w+)\\.v(\\d+)\\.json").matcher(name);
            assertThat(parts.matches()).as(name).isTrue();
            String payload = Files.readString(folder.resolve(name));
            WrittenEvent kept = new WrittenEvent(parts.group(1), Integer.parseInt(parts.group(2)), payload);
            assertThat(codec.read(Samples.CASE.stream(), kept))
                    .as(name)
                    .isInstanceOf(EventCatalogue.named(parts.group(1)));
        }
    }

    @Test
    void a_golden_that_is_missing_unreadable_or_different_is_noticed() {
        List<Class<? extends Event>> one = List.of(ReturnedToGuardian.class);
        assertThat(new Goldens(codec, name -> Optional.empty()).complaints(one, Samples.all()))
                .containsExactly("ReturnedToGuardian.v1.json: missing");
        assertThat(new Goldens(codec, name -> Optional.of("{\"from\":\"2026-03-01\"}")).complaints(one, Samples.all()))
                .containsExactly("ReturnedToGuardian.v1.json: cannot be read");
        assertThat(new Goldens(codec, name -> Optional.of("{\"effectiveOn\":\"2026-03-02\"}"))
                        .complaints(one, Samples.all()))
                .containsExactly("ReturnedToGuardian.v1.json: reads as another fact");
        assertThat(new Goldens(codec, Goldens::onClassPath).complaints(one, List.of()))
                .containsExactly("ReturnedToGuardian.v1.json: no sample of this event");
    }

    /** Bounds are for what comes in: what was recorded before there were any stays readable. */
    @Test
    void a_fact_that_holds_more_than_a_command_may_bring_is_read() {
        ChildRegistered one = Samples.registered();
        ChildIdentity child = one.identity();
        ChildRegistered recorded = new ChildRegistered(
                new ChildIdentity(
                        child.name(),
                        Collections.nCopies(40_000, child.name()),
                        child.sex(),
                        child.birthDate(),
                        child.documents()),
                one.hukou(),
                one.residence(),
                Collections.nCopies(300, one.guardians().getFirst()),
                one.agency(),
                one.effectiveOn());

        assertThat(codec.read(Samples.CASE.stream(), codec.write(Samples.CASE.stream(), recorded)))
                .isEqualTo(recorded);
    }

    @Test
    void every_personal_value_passes_the_gate_and_no_other_way() {
        List<String> seen = new ArrayList<>();
        EventCodec gated = new EventCodec(
                new PersonalDataGate() {
                    @Override
                    public String conceal(StreamId stream, PersonalKind kind, String plain) {
                        seen.add(stream + " " + kind);
                        return "sealed:" + plain.length();
                    }

                    @Override
                    public String reveal(StreamId stream, PersonalKind kind, String kept) {
                        return "opened " + kind;
                    }
                },
                Upcasters.none());

        String payload = gated.write(Samples.CASE.stream(), Samples.registered(Samples.document("E1")))
                .payload();

        assertThat(payload).doesNotContain("张三", "三三", "E1", "瓜沥", "赵六", "13800000000");
        assertThat(seen)
                .containsOnly(
                        Samples.CASE + " PERSON_NAME",
                        Samples.CASE + " DOCUMENT_NUMBER",
                        Samples.CASE + " ADDRESS",
                        Samples.CASE + " CONTACT")
                .hasSize(6);
        WrittenEvent visit = gated.write(Samples.CASE.stream(), Samples.visit());
        assertThat(((HomeVisitRecorded) gated.read(Samples.CASE.stream(), visit))
                        .seen()
                        .reveal())
                .isEqualTo("opened NARRATIVE");
    }

    @Test
    void what_cannot_be_read_is_named_and_never_quoted() {
        for (WrittenEvent broken : List.of(
                new WrittenEvent("CaseReopened", 1, "{\"reason\":\"张三的秘密\"}"),
                new WrittenEvent("CaseReopened", 1, "{\"reason\":\"张三的秘密\",\"effectiveOn\":\"2026-02-30\"}"),
                new WrittenEvent("CaseReopened", 1, "{\"reason\":\"张三的秘密\""),
                new WrittenEvent("CaseReopened", 1, "{\"reason\":\"x\",\"effectiveOn\":\"2026-03-01\",\"extra\":1}"),
                new WrittenEvent("CaseReopened", 2, "{}"),
                new WrittenEvent("NoSuchEvent", 1, "{}"))) {
            assertThatThrownBy(() -> codec.read(Samples.CASE.stream(), broken))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("秘密");
        }
    }

    @Test
    void an_attribution_is_read_as_it_was_written() {
        assertThat(codec.readAttribution(codec.write(Samples.OFFICER))).isEqualTo(Samples.OFFICER);
        Attribution named = new Attribution(
                Samples.OFFICER.actor(),
                new RequestId("r-1", Optional.of("county-7")),
                Attribution.Channel.API,
                Optional.empty());
        assertThat(codec.readAttribution(codec.write(named))).isEqualTo(named);
    }

    @Test
    void an_attribution_of_before_callers_could_name_their_requests_is_read_and_one_without_an_actor_is_not() {
        String older = """
                {"actor":{"id":"o-7","role":"COUNTY_OFFICER","jurisdiction":"330109"},"requestId":"r-1","channel":"API",
                 "source":null,"demo":false}""";

        assertThat(codec.readAttribution(older).clientRequestId()).isEmpty();
        assertThat(codec.write(codec.readAttribution(older))).doesNotContain("clientRequestId");
        for (String missing : List.of("\"requestId\":\"r-1\",", "\"channel\":\"API\",", ",\n \"source\":null")) {
            assertThat(older).contains(missing);
            assertThatThrownBy(() -> codec.readAttribution(older.replace(missing, "")))
                    .isInstanceOf(JacksonException.class);
        }
    }
}
