package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.area.Bearing;
import org.huhang.query.area.CaseOutline;
import org.huhang.query.area.Duties;
import org.huhang.query.casefile.Replays;
import org.huhang.query.statistics.CountedOnDay;

/** What the product says of one history, laid beside what the clerk says, on days and at positions taken at random. */
final class Comparison {

    private static final PolicyBook POLICIES = PolicyBook.published();
    private static final Bearing ON_FIGURES = Bearing.on("statistics");
    private static final Bearing ON_TASKS = Bearing.on("worklist");

    private final List<CaseId> files;
    private final List<Recorded> facts;
    private final List<Recorded> papers;
    private final List<Recorded> moments;
    private final List<String> disagreements = new ArrayList<>();

    /** @param facts in order of position */
    Comparison(List<CaseId> files, List<Recorded> facts) {
        this(files, facts, facts);
    }

    /** @param papers what the clerk is given of the facts */
    Comparison(List<CaseId> files, List<Recorded> facts, List<Recorded> papers) {
        this.files = files;
        this.facts = facts;
        this.papers = papers;
        this.moments = wholeCommands(facts);
    }

    /** The last fact of every command. */
    private static List<Recorded> wholeCommands(List<Recorded> facts) {
        List<Recorded> last = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            boolean more = i + 1 < facts.size()
                    && facts.get(i)
                            .by()
                            .requestId()
                            .equals(facts.get(i + 1).by().requestId());
            if (!more) {
                last.add(facts.get(i));
            }
        }
        return last;
    }

    List<String> onSome(int times, Random random) {
        if (facts.isEmpty()) {
            return disagreements;
        }
        now(moments.getLast());
        for (int i = 0; i < times && disagreements.isEmpty(); i++) {
            Recorded known = moments.get(random.nextInt(moments.size()));
            now(known);
            onDay(known, day(random));
        }
        return disagreements;
    }

    List<String> onAll() {
        for (Recorded known : moments) {
            now(known);
            facts.stream()
                    .map(fact -> fact.event().effectiveOn())
                    .flatMap(day -> Stream.of(day.minusDays(1), day))
                    .distinct()
                    .sorted()
                    .forEach(day -> onDay(known, day));
        }
        return disagreements;
    }

    /** Mostly one on which something changes, or the one before. */
    private LocalDate day(Random random) {
        LocalDate day = facts.get(random.nextInt(facts.size())).event().effectiveOn();
        return day.plusDays(random.nextInt(5) == 0 ? random.nextInt(300) - 150 : -random.nextInt(2));
    }

    private void now(Recorded known) {
        for (CaseId file : files) {
            TheClerk clerk = new TheClerk(file, papers, known.position(), POLICIES);
            CaseHistory history = history(file).considering(fact -> fact.position() <= known.position());
            String at = at(file, known) + " now";
            same(at, "state", picture(history.now()), clerk.now());
            same(
                    at,
                    "replay",
                    Replays.answer(history(file), moment(known), Optional.empty())
                            .map(Picture::of),
                    clerk.now());
            same(at, "due", due(file, known), clerk.due());
        }
    }

    private void onDay(Recorded known, LocalDate day) {
        for (CaseId file : files) {
            TheClerk clerk = new TheClerk(file, papers, known.position(), POLICIES);
            CaseHistory history = history(file).considering(fact -> fact.position() <= known.position());
            String at = at(file, known) + " on " + day;
            same(at, "state", picture(history.asOf(day)), clerk.on(day));
            same(
                    at,
                    "replay",
                    Replays.answer(history(file), moment(known), Optional.of(day))
                            .map(Picture::of),
                    clerk.tells(day) ? clerk.on(day) : Optional.empty());
            List<Recorded> borne = of(file, known).stream()
                    .filter(fact -> ON_FIGURES.bears(fact.event().getClass()))
                    .toList();
            same(at, "figures", CountedOnDay.of(borne, this::upTo).on(day), clerk.countsAs(day));
        }
    }

    private Map<String, LocalDate> due(CaseId file, Recorded known) {
        Optional<CaseOutline> outline = Optional.empty();
        for (Recorded fact : of(file, known)) {
            if (ON_TASKS.bears(fact.event().getClass())) {
                outline = CaseOutline.after(outline, fact, new HistoryOnly(() -> upTo(fact)));
            }
        }
        Map<String, LocalDate> due = new TreeMap<>();
        outline.ifPresent(it -> Duties.of(it, POLICIES).forEach((kind, day) -> due.put(kind.name(), day)));
        return due;
    }

    private void same(String at, String what, Object product, Object clerk) {
        if (!product.equals(clerk)) {
            disagreements.add(at + ", " + what + "\n    product " + product + "\n    clerk   " + clerk);
        }
    }

    private String at(CaseId file, Recorded known) {
        return "file " + files.indexOf(file) + " known at " + known.position();
    }

    private CaseHistory history(CaseId file) {
        return CaseHistory.of(file, all(file), this::all);
    }

    private CaseHistory upTo(Recorded fact) {
        return CaseHistory.of(fact.caseId(), of(fact.caseId(), fact), file -> of(file, fact));
    }

    private List<Recorded> all(CaseId file) {
        return facts.stream().filter(fact -> fact.caseId().equals(file)).toList();
    }

    private List<Recorded> of(CaseId file, Recorded known) {
        return facts.stream()
                .filter(fact -> fact.caseId().equals(file) && fact.position() <= known.position())
                .toList();
    }

    private static Moment moment(Recorded known) {
        return new Moment(known.position(), known.recordedAt());
    }

    private static Optional<Picture> picture(CaseState state) {
        return switch (state) {
            case CaseState.Unregistered _ -> Optional.empty();
            case Registered known -> Optional.of(Picture.of(known));
        };
    }
}
