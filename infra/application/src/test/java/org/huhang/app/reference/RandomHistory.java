package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;

/**
 * What officers ask of three files over two years, most often of one child: in order, late, taking back, putting right, merging,
 * parting, closing and reopening. One seed is always the same history.
 */
public record RandomHistory(long seed, List<CaseId> files, List<Step> steps) {

    private static final LocalDate START = LocalDate.of(2025, 1, 15);

    /**
     * @param days since the last step
     * @param late how many days before the day of asking it is about
     */
    record Step(CaseId file, int days, int late, RandomCommands.Ask ask) {}

    public static RandomHistory of(long seed) {
        List<CaseId> files = Stream.of(1, 2, 3)
                .map(file -> CaseId.of(new UUID(seed << 16 | 0x4000L, 0x8000000000000000L | file)))
                .toList();
        Random random = new Random(seed);
        RandomCommands commands = new RandomCommands(random, files, START);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(files.get(0), 0, random.nextInt(60), commands.register()));
        int length = 8 + random.nextInt(45);
        int second = random.nextInt(length);
        int third = random.nextInt(2 * length);
        for (int i = 0; i < length; i++) {
            if (i == second) {
                steps.add(new Step(files.get(1), 0, random.nextInt(200), commands.register()));
            }
            if (i == third) {
                steps.add(new Step(files.get(2), 0, random.nextInt(200), commands.register()));
            }
            int late = random.nextInt(3) == 0 ? random.nextInt(150) : 0;
            CaseId file = files.get(Math.max(0, random.nextInt(6) - 3));
            for (RandomCommands.Ask ask : commands.any(file)) {
                steps.add(new Step(file, random.nextInt(4) * random.nextInt(8), late, ask));
            }
        }
        return new RandomHistory(seed, files, steps);
    }

    RandomHistory without(int step) {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.remove(step);
        return new RandomHistory(seed, files, fewer);
    }

    public void play(Office office) {
        LocalDate today = START;
        for (Step step : steps) {
            today = today.plusDays(step.days);
            LocalDate now = today;
            step.ask.of(office, now.minusDays(step.late)).ifPresent(command -> office.ask(step.file, command, now));
        }
    }

    /** In order of position. */
    public List<Recorded> facts(Office office) {
        return files.stream()
                .flatMap(file -> office.facts(file).stream())
                .sorted(Comparator.comparingLong(Recorded::position))
                .toList();
    }
}
