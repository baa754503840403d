package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.BIGINTS;
import static org.huhang.query.rows.ColumnType.BOOLEAN;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.INSTANT;
import static org.huhang.query.rows.ColumnType.INTEGER;
import static org.huhang.query.rows.ColumnType.TEXT;
import static org.huhang.query.rows.ColumnType.TEXTS;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.rows.CaseRows;
import org.huhang.query.rows.Cells;
import org.huhang.query.rows.RowBatch;
import org.huhang.query.rows.RowMemory;
import org.huhang.query.rows.RowStore;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A row is the same whether it was copied or put, and comes back as it went: with every sort of value, and of character. Of
 * many changes to a row the last counts.
 */
class WrittenRowsTest {

    private static final Installation HUHANG = Installation.shared();
    private static final String CHARACTERS = "a\t\n\r\\'\"{},;N\b\f\u00e9儿\ud840\udc00 ";

    private record Row(
            int number,
            String text,
            Collection<String> texts,
            Collection<Long> numbers,
            LocalDate day,
            Instant at,
            Boolean flag,
            Long large) {

        static final Table<Row> TABLE = Table.<Row>named("odd")
                .key("number", INTEGER, Row::number)
                .column("text", TEXT, Row::text)
                .column("texts", TEXTS, Row::texts)
                .column("numbers", BIGINTS, Row::numbers)
                .column("day", DATE, Row::day)
                .column("at", INSTANT, Row::at)
                .column("flag", BOOLEAN, Row::flag)
                .column("large", BIGINT, Row::large)
                .readBy(Row::of);

        static Row of(Cells cells) {
            return new Row(
                    cells.get("number", INTEGER),
                    cells.get("text", TEXT),
                    cells.get("texts", TEXTS),
                    cells.get("numbers", BIGINTS),
                    cells.get("day", DATE),
                    cells.get("at", INSTANT),
                    cells.get("flag", BOOLEAN),
                    cells.get("large", BIGINT));
        }
    }

    private record Odd(Consumer<Rows> does) implements Projection {

        @Override
        public String name() {
            return "odd";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public boolean bears(Class<? extends Event> type) {
            return true;
        }

        @Override
        public List<Table<?>> tables() {
            return List.of(Row.TABLE);
        }

        @Override
        public void apply(Recorded fact, Rows of) {
            does.accept(of);
        }
    }

    @BeforeEach
    void make() {
        for (String schema : List.of("odd_put", "odd_copied")) {
            HUHANG.client().sql("CREATE SCHEMA " + schema).update();
            HUHANG.client()
                    .sql("CREATE TABLE " + schema + ".odd (case_id uuid, number integer, text text, texts text[],"
                            + " numbers bigint[], day date, at timestamptz, flag boolean, large bigint,"
                            + " PRIMARY KEY (case_id, number))")
                    .update();
        }
    }

    @AfterEach
    void drop() {
        HUHANG.client().sql("DROP SCHEMA odd_put CASCADE").update();
        HUHANG.client().sql("DROP SCHEMA odd_copied CASCADE").update();
    }

    @Test
    void copied_or_put_it_is_the_same_row_and_comes_back_as_it_went() throws Exception {
        long seed = System.nanoTime();
        List<Row> rows = rows(new Random(seed));
        Recorded fact = HUHANG.get(EventLog.class).after(0, 1).getFirst();
        UUID caseId = fact.caseId().value();

        Odd puts = new Odd(of -> rows.forEach(row -> of.put(Row.TABLE, row)));
        inOneBatch(List.of(puts), fact, new RowMemory(0));
        try (Connection connection = HUHANG.get(DataSource.class).getConnection()) {
            CopyWriter writer = new CopyWriter(connection, "odd_copied", List.of(Row.TABLE));
            CaseRows copied = new CaseRows(caseId, List.of(Row.TABLE), _ -> List.of());
            copied.apply(puts, fact, fact.position(), writer.finals());
            copied.tellAll(writer.all());
            writer.finish();
        }

        assertThat(HUHANG.rows("odd_copied")).as("seed " + seed).isEqualTo(HUHANG.rows("odd_put"));
        assertThat(found(fact)).as("seed " + seed).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void whatever_is_put_and_taken_away_in_whatever_batches_what_is_left_is_there() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Recorded fact = HUHANG.get(EventLog.class).after(0, 1).getFirst();
        RowMemory memory = new RowMemory(1);
        Map<Integer, Row> left = new HashMap<>();

        for (int batch = 0; batch < 60; batch++) {
            if (random.nextInt(4) == 0) {
                memory.forgetAll();
            }
            List<Odd> facts = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                Row row = new Row(random.nextInt(4), text(random), null, null, null, null, null, null);
                if (random.nextBoolean()) {
                    left.put(row.number(), row);
                    facts.add(new Odd(of -> of.put(Row.TABLE, row)));
                } else {
                    left.remove(row.number());
                    facts.add(new Odd(of -> of.remove(Row.TABLE, row)));
                }
            }
            inOneBatch(facts, fact, memory);
            assertThat(found(fact))
                    .as("batch %d of seed %d", batch, seed)
                    .containsExactlyInAnyOrderElementsOf(left.values());
        }
    }

    private static List<Row> found(Recorded fact) {
        List<Row> found = new ArrayList<>();
        inOneBatch(List.of(new Odd(of -> found.addAll(of.of(Row.TABLE)))), fact, new RowMemory(0));
        return found;
    }

    private static void inOneBatch(List<Odd> folds, Recorded fact, RowMemory memory) {
        HUHANG.transaction().executeWithoutResult(status -> {
            RowBatch batch = new RowStore(HUHANG.client(), "odd_put", List.of(Row.TABLE), _ -> List.of())
                    .load(Set.of(fact.caseId().value()), Set.of(), memory);
            folds.forEach(fold -> batch.apply(fold, fact));
            batch.flush();
        });
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(0, null, null, null, null, null, null, null));
        rows.add(new Row(1, "", List.of(""), List.of(), LocalDate.MAX, Instant.MAX, true, Long.MIN_VALUE));
        rows.add(new Row(2, "\\N", List.of(), List.of(0L), LocalDate.EPOCH, Instant.EPOCH, false, 0L));
        for (int number = 3; number < 100; number++) {
            rows.add(new Row(
                    number,
                    text(random),
                    List.of(text(random), text(random), "NULL"),
                    List.of(random.nextLong(), random.nextLong()),
                    LocalDate.ofEpochDay(random.nextInt(-20_000, 40_000)),
                    Instant.ofEpochSecond(
                                    random.nextLong(-2_000_000_000L, 4_000_000_000L), random.nextInt(1_000_000_000))
                            .truncatedTo(ChronoUnit.MICROS),
                    random.nextBoolean(),
                    random.nextLong()));
        }
        return rows;
    }

    private static String text(Random random) {
        int[] characters = CHARACTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }
}
