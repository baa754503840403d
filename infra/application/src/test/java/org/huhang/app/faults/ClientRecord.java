package org.huhang.app.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.huhang.kernel.value.CaseId;

/** What the client knows: every errand it ever asked for, and each answer it was given. Safe for use by several threads. */
final class ClientRecord {

    /**
     * @param underWay how many times it was sent and nothing came back so far
     * @param answers without repetition. What was carried out is told alike ever after; a refusal is of its moment
     * @param settled it was told to be carried out, and sent again only after that
     * @param takenBack it was refused after it was settled
     */
    record Line(Errand errand, int asked, int underWay, List<Heard> answers, boolean settled, boolean takenBack) {

        /** It was asked for, and nobody has said yet what became of it. */
        boolean open() {
            return answers.isEmpty();
        }

        Optional<Heard.Done> done() {
            return answers.stream()
                    .filter(Heard.Done.class::isInstance)
                    .map(Heard.Done.class::cast)
                    .findFirst();
        }

        private Line askedAgain() {
            boolean nowSettled = settled || done().isPresent() && underWay <= 0;
            return new Line(errand, asked + 1, underWay + 1, answers, nowSettled, takenBack);
        }

        private Line unanswered() {
            return new Line(errand, asked, underWay - 1, answers, settled, takenBack);
        }

        private Line answered(Heard answer) {
            List<Heard> all = new ArrayList<>(answers);
            if (!answers.contains(answer)) {
                all.add(answer);
            }
            boolean nowTakenBack = takenBack || settled && answer instanceof Heard.Declined;
            return new Line(errand, asked, underWay - 1, List.copyOf(all), settled, nowTakenBack);
        }
    }

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final AtomicLong answers = new AtomicLong();

    synchronized void add(Heard heard) {
        Line line = lines.getOrDefault(heard.errand().name(), new Line(heard.errand(), 0, 0, List.of(), false, false));
        lines.put(
                heard.errand().name(),
                switch (heard) {
                    case Heard.Asked _ -> line.askedAgain();
                    case Heard.Done done -> answered(line, done);
                    case Heard.Declined declined -> answered(line, declined);
                    case Heard.Unanswered _ -> line.unanswered();
                });
    }

    private Line answered(Line line, Heard answer) {
        answers.incrementAndGet();
        return line.answered(answer);
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines.values());
    }

    /** Answers heard so far, repeated ones too. */
    long answers() {
        return answers.get();
    }

    long open() {
        return lines().stream().filter(Line::open).count();
    }

    /** Errands sent again with the key they had before. */
    long duplicates() {
        return lines().stream()
                .filter(line -> line.errand().keyed())
                .mapToLong(line -> Math.max(0, line.asked() - 1))
                .sum();
    }

    /** The step each case stands at: the one in the air, or the one after the last that was answered. */
    List<Errand.Step> next() {
        Map<CaseId, Errand.Step> next = new LinkedHashMap<>();
        for (Line line : lines()) {
            if (line.errand() instanceof Errand.Step step) {
                next.merge(
                        step.of(),
                        line.open() ? step : step.next(),
                        (one, other) -> one.number() > other.number() ? one : other);
            }
        }
        return List.copyOf(next.values());
    }

    /** Visits with a key that nobody has answered. */
    List<Errand> openVisits() {
        return lines().stream()
                .filter(Line::open)
                .map(Line::errand)
                .filter(errand -> errand.keyed() && errand instanceof Errand.Visit)
                .toList();
    }
}
