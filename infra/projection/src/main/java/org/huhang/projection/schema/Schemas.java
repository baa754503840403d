package org.huhang.projection.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings schemas up to date. Each folder of migrations {@code db/<name>} on the class path is one schema of that name,
 * with a history of its own, so that a read model can be dropped and rebuilt without touching another.
 */
public final class Schemas {

    private static final Pattern FOLDER = Pattern.compile(".*/(db/([a-z_]+))/[^/]+\\.sql");

    private final DataSource database;

    public Schemas(DataSource database) {
        this.database = database;
    }

    /**
     * Migrates every folder of migrations to the schema of its name, but for read models that are filled: their tables never
     * change. Another shape is another revision, and that is made anew beside them.
     */
    public void migrateAll() {
        for (String name : names()) {
            if (!isFilled(name)) {
                migrate(name, "db/" + name);
            }
        }
    }

    /**
     * @param schema created where it does not exist; its name may differ from the folder's, e.g. while a read model is
     *     rebuilt beside the one being read
     * @param folder on the class path, e.g. {@code db/ledger}
     */
    public void migrate(String schema, String folder) {
        LongWork.call(() -> Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + folder)
                .failOnMissingLocations(true)
                .schemas(schema)
                .createSchemas(true)
                .load()
                .migrate());
    }

    private boolean isFilled(String schema) {
        return JdbcClient.create(database)
                .sql("SELECT to_regclass(:progress) IS NOT NULL")
                .param("progress", schema + ".progress")
                .query(Boolean.class)
                .single();
    }

    private static TreeSet<String> names() {
        try {
            TreeSet<String> names = new TreeSet<>();
            for (Resource migration : new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/*.sql")) {
                Matcher folder = FOLDER.matcher(migration.getURI().toString());
                if (folder.matches()) {
                    names.add(folder.group(2));
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
