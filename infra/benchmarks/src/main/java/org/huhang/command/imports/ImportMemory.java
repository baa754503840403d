package org.huhang.command.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.huhang.command.imports.RecordReader.Raw;
import org.huhang.command.imports.RowReader.Reading;

/**
 * How much memory reading a screening list takes, by its length: row by row as the import does it, against the reference
 * that keeps the whole list. Prints the live heap after each and both ratios. The list is made up as it is read, so it
 * takes no memory itself.
 *
 * <p>{@code mvn verify -Pbench -DskipTests -pl infra/benchmarks -am -Dbenchmark=org.huhang.command.imports.ImportMemory}
 */
public final class ImportMemory {

    private static final String HEADING = "姓名,性别,出生日期,户籍地代码,居住地代码,来居住地日期,监护人1姓名,监护人1关系,监护人1同住\n";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private ImportMemory() {}

    public static void main(String[] arguments) throws IOException {
        System.out.printf("%12s %22s %26s%n", "rows", "row by row, live MB", "whole list kept, live MB");
        double[] small = measure(10_000);
        double[] medium = measure(100_000);
        double[] large = measure(1_000_000);
        System.out.printf(
                "100 times the rows take %.2f times the memory row by row, %.1f times when the list is kept.%n",
                large[0] / small[0], large[1] / small[1]);
        System.out.printf(
                "At 1,000,000 rows the list kept takes %.1f times what row by row takes (at 100,000: %.1f).%n",
                large[1] / large[0], medium[1] / medium[0]);
    }

    private static double[] measure(int rows) throws IOException {
        double streamed = highestLive(rows, false);
        double kept = highestLive(rows, true);
        System.out.printf("%,12d %22.1f %26.1f%n", rows, streamed, kept);
        return new double[] {streamed, kept};
    }

    /** Highest live heap seen at ten points of the reading, in MB: what is left after a collection. */
    private static double highestLive(int rows, boolean keep) throws IOException {
        List<Reading> all = new ArrayList<>();
        double highest = 0;
        RecordReader records = new RecordReader(list(rows));
        Heading heading = Heading.of(records.next().orElseThrow());
        records.expectColumns(heading.width());
        RowReader reader = new RowReader(heading);
        int understood = 0;
        for (Optional<Raw> raw = records.next(); raw.isPresent(); raw = records.next()) {
            Reading reading = reader.read(raw.get(), TODAY);
            understood += reading instanceof Reading.Understood ? 1 : 0;
            if (keep) {
                all.add(reading);
            }
            if (understood % (rows / 10) == 0) {
                highest = Math.max(highest, live());
            }
        }
        if (understood != rows) {
            throw new IllegalStateException("Only " + understood + " of " + rows + " rows were understood");
        }
        return highest;
    }

    private static double live() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .map(MemoryPoolMXBean::getCollectionUsage)
                        .filter(usage -> usage != null)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / 1e6;
    }

    private static InputStream list(int rows) {
        return new SequenceInputStream(new Enumeration<>() {
            private int next = 0;

            @Override
            public boolean hasMoreElements() {
                return next <= rows;
            }

            @Override
            public InputStream nextElement() {
                String line =
                        next == 0 ? HEADING : "王小明%d,男,2016-03-01,640121,330109,2025-09-01,王大明,父亲,是%n".formatted(next);
                next++;
                return new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
