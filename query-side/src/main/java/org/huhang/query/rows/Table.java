package org.huhang.query.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A table of a read model and how a row of it is written and read back. Its first column is {@code case_id uuid}, or what is
 * {@linkplain Declaration#of declared} for streams of another kind; a row need not carry it, for all rows are of the stream whose
 * fact is applied. Its key is that column with the columns declared as
 * {@linkplain Declaration#key key}, and the migration must declare the same.
 *
 * @param <R> a row; immutable, and equal to another of the same content
 */
public final class Table<R> {

    private static final String OF_A_CASE = "case_id";

    private record Column<R>(String name, String type, boolean key, Function<R, String> text) {}

    private final String name;
    private final String stream;
    private final List<Column<R>> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] keys;
    private final String loadedWhere;
    private final Predicate<R> loaded;
    private final Function<Cells, R> reading;

    private Table(
            String name,
            String stream,
            List<Column<R>> columns,
            String loadedWhere,
            Predicate<R> loaded,
            Function<Cells, R> reading) {
        this.name = name;
        this.stream = stream;
        this.columns = List.copyOf(columns);
        this.loadedWhere = loadedWhere;
        this.loaded = loaded;
        this.reading = reading;
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), i);
        }
        this.keys = columns.stream()
                .filter(Column::key)
                .mapToInt(this.columns::indexOf)
                .toArray();
    }

    public static <R> Declaration<R> named(String name) {
        return new Declaration<>(name);
    }

    public static final class Declaration<R> {
        private final String name;
        private final List<Column<R>> columns = new ArrayList<>();
        private String stream = OF_A_CASE;

        private Declaration(String name) {
            this.name = name;
        }

        /** The column of the stream's id, where the streams are no cases. */
        public Declaration<R> of(String column) {
            stream = column;
            return this;
        }

        /** A column that tells the rows of one case apart. Without any, the table keeps one row a case. */
        public <T> Declaration<R> key(String column, ColumnType<T> type, Function<R, ? extends T> value) {
            return column(column, type, true, value);
        }

        public <T> Declaration<R> column(String column, ColumnType<T> type, Function<R, ? extends T> value) {
            return column(column, type, false, value);
        }

        /** Every row of a case is loaded before a fact is applied to it. */
        public Table<R> readBy(Function<Cells, R> reading) {
            return new Table<>(name, stream, columns, "true", row -> true, reading);
        }

        /**
         * Only some rows are loaded. One that is not, or no longer, is final: it must never be put or removed again.
         *
         * @param condition in SQL, which rows are
         * @param loaded the same of a row in memory
         */
        public Table<R> readWhere(String condition, Predicate<R> loaded, Function<Cells, R> reading) {
            return new Table<>(name, stream, columns, condition, loaded, reading);
        }

        /** Rows are written once and never looked at again. No key is needed beyond what the migration declares. */
        public Table<R> appendOnly() {
            return new Table<>(name, stream, columns, null, row -> false, cells -> {
                throw new IllegalStateException("Rows of " + name + " are not read back");
            });
        }

        private <T> Declaration<R> column(
                String column, ColumnType<T> type, boolean key, Function<R, ? extends T> value) {
            columns.add(new Column<>(column, type.sql(), key, row -> {
                T cell = value.apply(row);
                return cell == null ? null : type.write().apply(cell);
            }));
            return this;
        }
    }

    public String name() {
        return name;
    }

    /** Name of the column of the stream's id. */
    String streamName() {
        return stream;
    }

    /** Whether the row is loaded before the next fact is applied to its case. */
    public boolean loads(R row) {
        return loaded.test(row);
    }

    /** Column names, that of the stream first. */
    public List<String> columnNames() {
        List<String> names = new ArrayList<>(List.of(stream));
        columns.forEach(column -> names.add(column.name()));
        return names;
    }

    /** SQL types in the order of {@link #columnNames}. */
    public List<String> columnTypes() {
        List<String> types = new ArrayList<>(List.of(ColumnType.ID.sql()));
        columns.forEach(column -> types.add(column.type()));
        return types;
    }

    public List<String> keyNames() {
        List<String> names = new ArrayList<>(List.of(stream));
        for (int key : keys) {
            names.add(columns.get(key).name());
        }
        return names;
    }

    /** The row's cells as PostgreSQL reads them, in the order of {@link #columnNames}; null for NULL. */
    public String[] encode(UUID caseId, R row) {
        String[] cells = new String[columns.size() + 1];
        cells[0] = caseId.toString();
        for (int i = 0; i < columns.size(); i++) {
            cells[i + 1] = columns.get(i).text().apply(row);
        }
        return cells;
    }

    /** @param cells without the case, in the order in which the columns were declared */
    R decode(String[] cells) {
        return reading.apply(new Cells(places, cells));
    }

    boolean oneRowACase() {
        return keys.length == 0 && !isAppendOnly();
    }

    boolean isAppendOnly() {
        return loadedWhere == null;
    }

    /** In SQL; only where rows are loaded at all. */
    String loadedWhere() {
        return loadedWhere;
    }

    /** What tells the row apart from the others of its case. */
    String keyOf(R row) {
        if (keys.length == 1) {
            return columns.get(keys[0]).text().apply(row);
        }
        StringBuilder key = new StringBuilder();
        for (int at : keys) {
            key.append(columns.get(at).text().apply(row)).append('\0');
        }
        return key.toString();
    }
}
