package org.huhang.bench.run;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huhang.bench.load.Children;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Latencies;
import org.huhang.bench.measure.Subject;
import org.huhang.kernel.time.Shanghai;
import tools.jackson.databind.JsonNode;

/**
 * A county's screening list, handed in over HTTP: from the first byte sent to the job being done. Each row registers a child
 * nobody has heard of and screens it.
 */
final class CsvImport implements Subject {

    private static final String HEADING =
            "姓名,性别,出生日期,证件类型,证件号码,户籍地代码,户口性质,居住地代码,来居住地日期,监护人1姓名,监护人1关系,监护人1同住,监护人1监护能力,信息来源\n";

    private static final String RESIDENCE = "330109103201";

    private final Application application;
    private final int rows;
    private final ReadModelsOutside readModels;

    CsvImport(Application application, int rows, ReadModelsOutside readModels) {
        this.application = application;
        this.rows = rows;
        this.readModels = readModels;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String unit() {
        return "rows";
    }

    @Override
    public int connections() {
        return 1;
    }

    @Override
    public Optional<ProcessHandle> application() {
        return Optional.of(application.process());
    }

    @Override
    public Done run(Duration length) throws IOException, InterruptedException {
        String list = list(application.nextChild(), rows, RESIDENCE);
        application.heardOf(application.nextChild() + rows);
        String officer = application.officers().getFirst();
        long start = System.nanoTime();
        JsonNode job = application.api(
                application
                        .request("/api/imports")
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(list)),
                officer,
                JsonNode.class);
        while (job.get("finishedAt") == null || job.get("finishedAt").isNull()) {
            Thread.sleep(10);
            job = application.api(
                    application
                            .request("/api/imports/" + job.get("id").asString())
                            .GET(),
                    officer,
                    JsonNode.class);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long imported = job.get("imported").asLong();
        if (imported != rows) {
            throw new IllegalStateException("Of " + rows + " rows " + imported + " were imported: " + job);
        }
        return new Done(
                imported,
                seconds,
                0,
                new Latencies(),
                Map.of("seconds until read models had caught up", readModels.awaitCaughtUp()));
    }

    /** Of children from number {@code first} on who live in {@code residence}. */
    static String list(long first, int rows, String residence) {
        Children children = new Children(Shanghai.dayOf(Instant.now()));
        StringBuilder list = new StringBuilder(HEADING);
        for (long number = first; number < first + rows; number++) {
            list.append(children.name(number))
                    .append(children.boy(number) ? ",男," : ",女,")
                    .append(children.born(number))
                    .append(",居民身份证,")
                    .append(children.card(number))
                    .append(",640121,农村,")
                    .append(residence)
                    .append(',')
                    .append(children.arrived())
                    .append(",李梅,母亲,是,有,公安\n");
        }
        return list.toString();
    }
}
