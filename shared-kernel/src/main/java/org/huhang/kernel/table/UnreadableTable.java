package org.huhang.kernel.table;

/** A table an operator or the product supplied cannot be used; the message names table, line and reason. */
public final class UnreadableTable extends RuntimeException {

    public UnreadableTable(String table, int line, String reason) {
        super(table + ", line " + line + ": " + reason);
    }
}
