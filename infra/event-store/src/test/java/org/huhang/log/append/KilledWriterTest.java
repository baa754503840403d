package org.huhang.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.huhang.command.port.Answer.Done;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.junit.jupiter.api.Test;

/** The profile {@code soak} kills fifty writers instead of three. */
class KilledWriterTest {

    private record Acknowledged(int number, CaseId caseId, long position) {}

    @Test
    void what_was_acknowledged_before_a_kill_is_there_and_its_receipt_says_the_same() throws Exception {
        Random random = new Random(20260301);
        for (int round = 0; round < Integer.getInteger("soak", 3); round++) {
            try (LogDatabase database = LogDatabase.create()) {
                List<Acknowledged> told = killAfter(database, 3 + random.nextInt(25));
                try (OneProcess survivor = new OneProcess(database.pool())) {
                    verify(survivor, told);
                }
            }
        }
    }

    private static void verify(OneProcess survivor, List<Acknowledged> told) {
        List<Recorded> kept = survivor.log().after(0, 100_000);
        assertThat(kept.stream().map(Recorded::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, kept.size()).boxed().toList());
        for (Acknowledged one : told) {
            assertThat(survivor.log().history(one.caseId()))
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.position()).isEqualTo(one.position()));
            assertThat(survivor.commands().send(WriterProcess.request(one.caseId(), one.number())))
                    .isInstanceOfSatisfying(
                            Done.class, again -> assertThat(again.position()).isEqualTo(one.position()));
        }
        assertThat(survivor.log().head()).as("no second effect").isEqualTo(kept.size());
        // Whatever was cut off in the middle can be asked for again.
        assertThat(survivor.commands().send(WriterProcess.request(CaseId.random(), told.size() + 1)))
                .isInstanceOf(Done.class);
    }

    /** Runs a writer, kills it without warning in mid-stream, and gives back all it had been told. */
    private static List<Acknowledged> killAfter(LogDatabase database, int acknowledgements) throws Exception {
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WriterProcess.class.getName(),
                        database.url(),
                        database.user())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Acknowledged> told = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = next(out)) != null) {
                String[] words = line.split(" ");
                if (words[0].equals("acknowledged") && line.endsWith(WriterProcess.HEARD)) {
                    told.add(new Acknowledged(
                            Integer.parseInt(words[1]), CaseId.of(words[2]), Long.parseLong(words[3])));
                }
                if (told.size() == acknowledgements) {
                    writer.destroyForcibly();
                }
            }
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(told).hasSizeGreaterThanOrEqualTo(acknowledgements);
        return told;
    }

    /** A line cut off by the kill was not heard to its end, and counts as not told. */
    private static String next(BufferedReader out) {
        try {
            return out.readLine();
        } catch (IOException e) {
            return null;
        }
    }
}
