package org.huhang.command.ask;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks a rule of the architecture on purpose. */
public final class AsksADatabase {
    private JdbcClient database;
}
