package org.huhang.query.rows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements of one table in one schema. Each always reads the same, so that PostgreSQL plans it once. */
record TableSql<R>(
        Table<R> table,
        String load,
        String insert,
        String replace,
        String delete,
        String clear,
        int[] keyPlaces,
        int[] allPlaces) {

    static <R> TableSql<R> of(String schema, Table<R> table) {
        String name = schema + "." + table.name();
        List<String> columns = table.columnNames();
        List<String> keys = table.keyNames();
        int[] all = IntStream.range(0, columns.size()).toArray();
        int[] keyPlaces = keys.stream().mapToInt(columns::indexOf).toArray();
        String load = "SELECT %s FROM %s WHERE %s = ANY (?) AND (%s)"
                .formatted(
                        columns.stream()
                                .map(column -> column.equals(table.streamName()) ? column : column + "::text")
                                .collect(Collectors.joining(", ")),
                        name,
                        table.streamName(),
                        table.loadedWhere());
        String insert = "INSERT INTO %s (%s) SELECT %s FROM %s"
                .formatted(name, String.join(", ", columns), cast(table, all), unnest(all.length));
        String replace = table.isAppendOnly() ? "" : insert + onConflict(table);
        String delete = "DELETE FROM %s USING (SELECT %s FROM %s) gone WHERE (%s) = (%s)"
                .formatted(
                        name,
                        cast(table, keyPlaces),
                        unnest(keyPlaces.length),
                        keys.stream().map(key -> name + "." + key).collect(Collectors.joining(", ")),
                        keys.stream().map(key -> "gone." + key).collect(Collectors.joining(", ")));
        String clear = "DELETE FROM %s WHERE %s = ?".formatted(name, table.streamName());
        return new TableSql<>(table, load, insert, replace, delete, clear, keyPlaces, all);
    }

    /** {@code c1::uuid AS case_id, c2::date AS due_on}. */
    private static String cast(Table<?> table, int[] places) {
        List<String> names = table.columnNames();
        List<String> types = table.columnTypes();
        return IntStream.range(0, places.length)
                .mapToObj(i -> "c%d::%s AS %s".formatted(i, types.get(places[i]), names.get(places[i])))
                .collect(Collectors.joining(", "));
    }

    private static String unnest(int columns) {
        return "unnest(%s) AS cells (%s)"
                .formatted(
                        IntStream.range(0, columns).mapToObj(i -> "?::text[]").collect(Collectors.joining(", ")),
                        IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(", ")));
    }

    private static String onConflict(Table<?> table) {
        List<String> keys = table.keyNames();
        String set = table.columnNames().stream()
                .filter(column -> !keys.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return " ON CONFLICT (%s) DO %s"
                .formatted(String.join(", ", keys), set.isEmpty() ? "NOTHING" : "UPDATE SET " + set);
    }
}
