package org.huhang.kernel.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.amendment.AmendmentEvent;
import org.huhang.kernel.area.amendment.AmendmentEvent.Corrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.EntryVoided;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.beside.staff.StaffEvent;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.EntryId;

/**
 * All that is known of one child, in the order in which it was true: the facts of the file and of those merged into it, without
 * what was voided, corrected as it was corrected. What is told late stands where it belongs, and what had been recorded for later
 * days is looked at anew.
 *
 * <p>To ask what was known at some moment is to make a history of the facts up to there.
 */
public final class CaseHistory {

    /** Of a fact that is about to be recorded: after all others. */
    private static final long PENDING = Long.MAX_VALUE;

    private final CaseId caseId;
    private final List<Recorded> own;
    private final Function<CaseId, List<Recorded>> files;

    /** Of this file and of those that were ever merged into it, in the order in which they became known. */
    private final List<Recorded> known;

    private final Predicate<Recorded> considered;
    private final Map<EntryId, EntryId> voidedBy = new HashMap<>();
    private final List<Entry> standing;
    private List<Step> steps;

    /**
     * One entry with the picture before and after it; before is null for the first registration.
     *
     * @param overruled whether it changes nothing, because of what is true by then: the case was closed, or what it rests on
     *     is not so
     */
    public record Step(Entry entry, Registered before, Registered after, boolean overruled) {}

    private CaseHistory(
            CaseId caseId,
            List<Recorded> own,
            Function<CaseId, List<Recorded>> files,
            List<Recorded> known,
            Predicate<Recorded> considered) {
        this.caseId = caseId;
        this.own = own;
        this.files = files;
        this.known = known;
        this.considered = considered;
        this.standing = stand();
    }

    /**
     * @param own the facts of the file in order of version, up to some moment
     * @param files the facts of another file by its id, all of them; asked for those that were merged into this one
     */
    public static CaseHistory of(CaseId caseId, List<Recorded> own, Function<CaseId, List<Recorded>> files) {
        return new CaseHistory(caseId, List.copyOf(own), files, gather(caseId, own, files), _ -> true);
    }

    /** As if no more were known than these; the others keep their numbers. */
    public CaseHistory considering(Predicate<Recorded> facts) {
        return new CaseHistory(caseId, own, files, known, facts);
    }

    /** With events that were recorded next in its own file. */
    public CaseHistory with(List<? extends Event> events) {
        List<Recorded> more = new ArrayList<>(own);
        for (Event event : events) {
            more.add(new Recorded(PENDING, caseId.stream(), more.size(), null, null, event));
        }
        return of(caseId, more, files);
    }

    /** One of its files by itself, as far as it is known here. */
    public CaseHistory ofFile(CaseId file) {
        return of(
                file, known.stream().filter(fact -> fact.caseId().equals(file)).toList(), files);
    }

    /** Whether no other file was ever merged into this one: then numbers are versions. */
    public boolean isOfOneFile() {
        return known.size() == own.size();
    }

    public CaseId caseId() {
        return caseId;
    }

    /** Of the newest fact of its own file; -1 for none. */
    public long version() {
        return own.stream()
                .filter(considered)
                .mapToLong(Recorded::version)
                .max()
                .orElse(-1);
    }

    /**
     * All facts of this file and of those that were ever merged into it, as they became known: the n-th, from 0, is the one
     * that states name by n.
     */
    public List<Recorded> known() {
        return known;
    }

    /** The first day of which anything is told; empty where nothing counts. */
    public Optional<LocalDate> begins() {
        return standing.stream()
                .filter(entry -> !Entry.hasNoDay(entry.event()))
                .map(Entry::on)
                .min(Comparator.naturalOrder());
    }

    /** What counts, in the order of truth, also where something else overrules it. */
    public List<Entry> standing() {
        return standing;
    }

    /** Which entry voided it; empty for one that stands. */
    public Optional<EntryId> voidedBy(EntryId entry) {
        return Optional.ofNullable(voidedBy.get(entry));
    }

    public Optional<EntryId> correctedBy(EntryId entry) {
        return standing(entry).flatMap(Entry::correction).map(CaseHistory::id);
    }

    public Optional<Entry> standing(EntryId id) {
        return standing.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** As all of it adds up. */
    public CaseState now() {
        return asOf(LocalDate.MAX);
    }

    /** Of the files as they stood when they became one; nothing once the child has moved since. */
    private List<DivisionCode> formerly() {
        int merge = lastMerge();
        boolean moved =
                standing.stream().anyMatch(entry -> entry.number() > merge && entry.event() instanceof ResidenceMoved);
        if (moved) {
            return List.of();
        }
        List<Recorded> then =
                known.subList(0, merge + 1).stream().filter(considered).toList();
        return merged().stream()
                .flatMap(file -> itself(file, then).places().stream())
                .distinct()
                .toList();
    }

    /** As the file itself tells it, whatever was merged into it. */
    private static CaseState itself(CaseId file, List<Recorded> facts) {
        List<Recorded> told =
                facts.stream().filter(fact -> fact.caseId().equals(file)).toList();
        return of(file, told, _ -> List.of()).alone(LocalDate.MAX);
    }

    /**
     * What was true at the end of the day, by all that is known. What was said at the first registration holds of the days before
     * it as well, but for what is known to have been otherwise.
     */
    public CaseState asOf(LocalDate day) {
        return switch (alone(day)) {
            case CaseState.Unregistered nobody -> nobody;
            case Registered known -> isOfOneFile() || merged().size() == 1 ? known : known.answeredForBy(formerly());
        };
    }

    /** Whoever answered for it before. */
    private CaseState alone(LocalDate day) {
        long version = own.stream()
                .filter(considered)
                .filter(fact -> !fact.event().effectiveOn().isAfter(day))
                .mapToLong(Recorded::version)
                .max()
                .orElse(-1);
        Registered picture = null;
        for (Step step : steps()) {
            if (step.before() != null && step.entry().on().isAfter(day) && !saysWhoTheChildIs(step.entry())) {
                break;
            }
            picture = step.after();
        }
        return picture == null ? CaseState.unregistered(caseId) : picture.upTo(version, known.size() - own.size());
    }

    /** Every entry that stands, with what it does, in the order of truth; a registration may be there twice, see {@link #fold}. */
    public List<Step> steps() {
        if (steps == null) {
            steps = fold();
        }
        return steps;
    }

    /** The entries that change something: those that stand and are not overruled; each on its own day. */
    public List<Entry> effective() {
        return steps().stream()
                .filter(step -> !step.overruled())
                .map(Step::entry)
                .distinct()
                .sorted(Entry.IN_ORDER_OF_TRUTH)
                .toList();
    }

    /**
     * The first registration comes first, for what it says is as good as anybody knows of the days before it; where something is
     * known of those days, it says again on its own day what it says. Who the child is was so on every day.
     */
    private List<Step> fold() {
        List<Step> folded = new ArrayList<>(standing.size());
        OpenFiles open = new OpenFiles();
        Registered before = null;
        for (Entry entry : inOrderWithTheRegistrationAgain()) {
            Registered after = before == null ? begin(entry) : open.after(before, entry);
            if (after == null) {
                continue;
            }
            if (before == null) {
                open.note(entry);
            }
            boolean overruled =
                    before != null && (after == before || before.course().overrules(entry.event()));
            folded.add(new Step(entry, before, after, overruled));
            before = after;
        }
        return folded;
    }

    private List<Entry> inOrderWithTheRegistrationAgain() {
        if (standing.size() < 2) {
            return standing;
        }
        Entry registration = standing.getFirst();
        List<Entry> dated = new ArrayList<>(standing.subList(1, standing.size()));
        dated.removeIf(CaseHistory::saysWhoTheChildIs);
        if (!dated.isEmpty() && Entry.IN_ORDER_OF_TRUTH.compare(dated.getFirst(), registration) < 0) {
            dated.add(registration);
            dated.sort(Entry.IN_ORDER_OF_TRUTH);
        }
        List<Entry> entries = new ArrayList<>(standing.size() + 1);
        entries.add(registration);
        standing.stream().skip(1).filter(CaseHistory::saysWhoTheChildIs).forEach(entries::add);
        entries.addAll(dated);
        return entries;
    }

    private static boolean saysWhoTheChildIs(Entry entry) {
        return entry.event() instanceof IdentityCorrected;
    }

    /** Null where the first fact is none that a case begins with. */
    private Registered begin(Entry entry) {
        return switch (CaseState.unregistered(caseId).after(entry.event(), numberOfTheIdentity(entry))) {
            case CaseState.Unregistered _ -> null;
            case Registered registered -> registered.upTo(own(entry), known.size() - own.size());
        };
    }

    /** Who the child is, its own file says, also where another one knew the child before. */
    private long numberOfTheIdentity(Entry registration) {
        return standing.stream()
                .filter(entry -> entry.file().equals(caseId) && entry.event() instanceof ChildRegistered)
                .findFirst()
                .orElse(registration)
                .number();
    }

    /**
     * Which of the child's files were open on a day: while one is, the child's record is. What closes one closes those that were
     * merged into it by then.
     */
    private final class OpenFiles {

        private final Set<CaseId> open = new HashSet<>();

        void note(Entry entry) {
            open.add(entry.file());
        }

        Registered after(Registered before, Entry entry) {
            return switch (entry.event()) {
                case ChildRegistered _ -> {
                    note(entry);
                    yield before.with(entry);
                }
                case CaseClosed _ -> {
                    open.removeIf(file -> wasOneWith(entry.file(), entry.number(), file));
                    yield open.isEmpty() ? before.with(entry) : before;
                }
                case CaseReopened _ -> {
                    note(entry);
                    yield before.with(entry);
                }
                case CaseEvent _ -> before.with(entry);
            };
        }
    }

    private long own(Entry entry) {
        return entry.file().equals(caseId) ? entry.fact().version() : -1;
    }

    /** Number of the last fact that merged another file into this one; -1 for none. */
    private int lastMerge() {
        return merges().values().stream()
                .filter(merge -> merge.survivor().equals(caseId))
                .mapToInt(Merge::number)
                .max()
                .orElse(-1);
    }

    private static List<Recorded> gather(CaseId caseId, List<Recorded> own, Function<CaseId, List<Recorded>> files) {
        Map<CaseId, List<Recorded>> gathered = new LinkedHashMap<>();
        gather(caseId, own, files, gathered);
        if (gathered.size() == 1) {
            return List.copyOf(own);
        }
        // A stable sort: what is about to be recorded has one position and is in order.
        return gathered.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Recorded::position))
                .toList();
    }

    /** Two files may each have been merged into the other, one after the other: each is gathered once. */
    private static void gather(
            CaseId caseId,
            List<Recorded> own,
            Function<CaseId, List<Recorded>> files,
            Map<CaseId, List<Recorded>> gathered) {
        gathered.put(caseId, own);
        Map<CaseId, Integer> merges = new LinkedHashMap<>();
        for (Recorded fact : own) {
            if (fact.event() instanceof CasesMerged merge && !merge.absorbs(caseId)) {
                merges.merge(merge.absorbed(), 1, Integer::sum);
            }
        }
        merges.forEach((absorbed, times) -> {
            if (!gathered.containsKey(absorbed)) {
                gather(absorbed, before(caseId, absorbed, times, files.apply(absorbed)), files, gathered);
            }
        });
    }

    /** What had been recorded of a file when it was merged into this one for the n-th time: it rests since. */
    private static List<Recorded> before(CaseId survivor, CaseId absorbed, int times, List<Recorded> facts) {
        int left = times;
        for (int i = 0; i < facts.size(); i++) {
            boolean merged = facts.get(i).event() instanceof CasesMerged merge
                    && merge.survivor().equals(survivor)
                    && merge.absorbs(absorbed);
            if (merged && --left == 0) {
                return facts.subList(0, i);
            }
        }
        return facts;
    }

    /** A merge that was not undone, and the number of the fact that says so. */
    private record Merge(CaseId survivor, int number) {}

    /** By the file that was absorbed. */
    private Map<CaseId, Merge> merges() {
        Map<CaseId, Merge> merges = new HashMap<>();
        for (int number = 0; number < known.size(); number++) {
            Recorded fact = known.get(number);
            if (considered.test(fact)) {
                switch (fact.event()) {
                    case CasesMerged merge
                    when !merge.absorbs(fact.caseId()) ->
                        merges.put(merge.absorbed(), new Merge(merge.survivor(), number));
                    case CasesUnmerged parted when !parted.releases(fact.caseId()) -> merges.remove(parted.absorbed());
                    case Event _ -> {}
                }
            }
        }
        return merges;
    }

    /** This file and those that are merged into it. */
    private Set<CaseId> merged() {
        Set<CaseId> group = new HashSet<>(Set.of(caseId));
        merges().keySet().stream()
                .filter(absorbed -> wasOneWith(caseId, Long.MAX_VALUE, absorbed))
                .forEach(group::add);
        return group;
    }

    /** Whether a file is that one, or was merged into it when the fact with that number became known. */
    private boolean wasOneWith(CaseId survivor, long number, CaseId file) {
        Map<CaseId, Merge> merges = merges();
        CaseId one = file;
        for (int i = 0; i <= merges.size(); i++) {
            if (one.equals(survivor)) {
                return true;
            }
            Merge merge = merges.get(one);
            if (merge == null || merge.number() > number) {
                return false;
            }
            one = merge.survivor();
        }
        return false;
    }

    /** What another file says of an entry of this one counts while the two are one, and was never said before they were. */
    private List<Entry> stand() {
        Set<CaseId> group = merged();
        Set<Recorded> undone =
                UndoneMerges.among(own.stream().filter(considered).toList());
        Map<EntryId, List<Recorded>> corrections = new HashMap<>();
        Set<EntryId> told = new HashSet<>();
        for (Recorded fact : known) {
            if (considered.test(fact) && group.contains(fact.caseId())) {
                switch (fact.event()) {
                    case EntryVoided voided ->
                        voided.entries().stream()
                                .filter(told::contains)
                                .forEach(entry -> voidedBy.putIfAbsent(entry, id(fact)));
                    case Corrected corrected -> {
                        if (told.contains(corrected.entry())) {
                            corrections
                                    .computeIfAbsent(corrected.entry(), _ -> new ArrayList<>())
                                    .add(fact);
                        }
                    }
                    case Event _ -> {}
                }
                told.add(id(fact));
            }
        }
        List<Entry> entries = new ArrayList<>(known.size());
        for (int number = 0; number < known.size(); number++) {
            Recorded fact = known.get(number);
            if (considered.test(fact)
                    && group.contains(fact.caseId())
                    && !voidedBy.containsKey(id(fact))
                    && !undone.contains(fact)
                    && counts(fact)) {
                entries.add(entry(number, fact, corrections.getOrDefault(id(fact), List.of())));
            }
        }
        entries.sort(Entry.IN_ORDER_OF_TRUTH);
        beginWithRegistration(entries);
        return List.copyOf(entries);
    }

    private boolean isRegisteredOn(LocalDate day) {
        return own.stream()
                .anyMatch(fact -> considered.test(fact)
                        && fact.event() instanceof ChildRegistered
                        && fact.event().effectiveOn().equals(day));
    }

    private static EntryId id(Recorded fact) {
        return new EntryId(fact.caseId(), fact.version());
    }

    /**
     * Amendments are in what they amend, and what undoes a merge is in there being none; what another file says of who the child
     * is and of its own merges is not of this one. Of what two files say on registering
     * a child on one day, this one counts.
     */
    private boolean counts(Recorded fact) {
        return switch (fact.event()) {
            case StaffEvent _, AmendmentEvent _, CasesUnmerged _ -> false;
            case IdentityCorrected _, IdentityDocumentAttached _, CasesMerged _ ->
                fact.caseId().equals(caseId);
            case ChildRegistered other -> fact.caseId().equals(caseId) || !isRegisteredOn(other.effectiveOn());
            case Event _ -> true;
        };
    }

    private Entry entry(long number, Recorded fact, List<Recorded> corrections) {
        return switch (fact.event()) {
            case ChildRegistered other
            when !fact.caseId().equals(caseId) -> amended(number, fact, ofThisChild(other), corrections);
            case CaseEvent event -> amended(number, fact, event, corrections);
            case StaffEvent _ -> throw new IllegalArgumentException("It counts for no case");
        };
    }

    /** A registration tells several things, and each of them may have been put right by itself. */
    private static Entry amended(long number, Recorded fact, CaseEvent event, List<Recorded> corrections) {
        CaseEvent says = event;
        for (Recorded correction : corrections) {
            says = Corrections.applied(says, (Corrected) correction.event());
        }
        return new Entry(
                number, fact, says, corrections.isEmpty() ? Optional.empty() : Optional.of(corrections.getLast()));
    }

    /** Who the child is, and by which papers, the surviving file says. */
    private ChildRegistered ofThisChild(ChildRegistered other) {
        ChildIdentity identity = own.stream()
                .flatMap(fact -> fact.event() instanceof ChildRegistered it ? Stream.of(it.identity()) : Stream.empty())
                .findFirst()
                .orElse(other.identity());
        return new ChildRegistered(
                identity, other.hukou(), other.residence(), other.guardians(), other.agency(), other.effectiveOn());
    }

    /** The first of them: what else is told of earlier days is told of a child who is known. */
    private static void beginWithRegistration(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).event() instanceof ChildRegistered) {
                entries.addFirst(entries.remove(i));
                return;
            }
        }
    }
}
