package org.huhang.log.append;

import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rows on their way into a function that takes an array for each column. */
final class Columns {

    /** What a column holds, by its name in PostgreSQL. */
    enum Type {
        TEXT("text", String.class),
        INT("int4", Integer.class),
        BIGINT("int8", Long.class),
        UUID("uuid", UUID.class),
        BYTEA("bytea", byte[].class),
        TIMESTAMPTZ("timestamptz", String.class);

        private final String name;
        private final Class<?> values;

        Type(String name, Class<?> values) {
            this.name = name;
            this.values = values;
        }
    }

    private final List<Type> types;
    private final List<Object[]> rows = new ArrayList<>();

    Columns(Type... types) {
        this.types = List.of(types);
    }

    /** @param row a value or null for each column, in their order */
    void add(Object... row) {
        rows.add(row);
    }

    /**
     * @param place of the first column among the call's parameters
     * @return the place after the last
     */
    int bind(PreparedStatement call, int place) throws SQLException {
        for (int column = 0; column < types.size(); column++) {
            Type type = types.get(column);
            // Typed, because the driver sends in binary what it knows the type of.
            Object[] values = (Object[]) Array.newInstance(type.values, rows.size());
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.get(row)[column];
            }
            call.setArray(place + column, call.getConnection().createArrayOf(type.name, values));
        }
        return place + types.size();
    }
}
