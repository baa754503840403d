package org.huhang.log;

import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;

class CommandsOnTheLogTest extends CommandsOnALog {

    private final LogDatabase database = LogDatabase.create();

    @Override
    OneProcess start() {
        return new OneProcess(database.pool());
    }

    @Override
    void close() {
        database.close();
    }
}
