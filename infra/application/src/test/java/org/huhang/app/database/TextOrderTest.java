package org.huhang.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No index of Huhang's rests on how a library orders text: an update of that library would leave it damaged, and nobody
 * would be told.
 */
class TextOrderTest {

    private static final String KEYS = """
            SELECT n.nspname || '.' || i.relname || ': ' || coalesce(a.attname, 'an expression')
            FROM pg_index x
            JOIN pg_class i ON i.oid = x.indexrelid
            JOIN pg_namespace n ON n.oid = i.relnamespace
            CROSS JOIN LATERAL unnest(x.indcollation::oid[], x.indkey::int[]) AS key (collation_, attribute)
            LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = key.attribute
            WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND key.collation_ <> 0
            """;

    private final JdbcClient database =
            JdbcClient.create(RunningApplication.shared().bean(DataSource.class));

    @Test
    void every_index_orders_text_by_its_bytes() {
        String notByBytes = " AND key.collation_ <> '\"C\"'::regcollation";
        assertThat(database.sql(KEYS).query(String.class).list()).hasSizeGreaterThan(10);
        assertThat(database.sql(KEYS + notByBytes).query(String.class).list()).isEmpty();
    }

    @Test
    void the_embedded_database_orders_text_by_its_bytes_without_any_library() {
        assertThat(database.sql("SELECT datlocprovider::text || ' ' || datlocale FROM pg_database"
                                + " WHERE datname = current_database()")
                        .query(String.class)
                        .single())
                .isEqualTo("b C.UTF-8");
        assertThat(database.sql("SELECT collversion IS NULL FROM pg_collation WHERE oid = '\"C\"'::regcollation")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void of_a_database_that_orders_by_a_library_it_is_said_once_at_start(@TempDir Path root) {
        try (Cluster cluster = Cluster.create(root.resolve("cluster"));
                Said said = Said.by(Connections.class)) {
            cluster.execute("CREATE DATABASE icu OWNER huhang LOCALE_PROVIDER icu ICU_LOCALE 'zh' TEMPLATE template0");

            new Connections(cluster.url(), "huhang", "").check(true);
            assertThat(said.lines()).isEmpty();
            new Connections("jdbc:postgresql://" + cluster.host() + "/icu", "huhang", "").check(true);
            assertThat(said.lines()).singleElement(STRING).startsWith("This database orders text as ICU (zh) does");
        }
    }
}
