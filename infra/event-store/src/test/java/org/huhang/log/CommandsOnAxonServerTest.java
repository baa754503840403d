package org.huhang.log;

import org.huhang.axonserver.AxonServerDouble;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;

class CommandsOnAxonServerTest extends CommandsOnALog {

    private final AxonServerDouble server = AxonServerDouble.start();
    private final LogDatabase database = LogDatabase.create();

    @Override
    OneProcess start() {
        return OneProcess.onAxonServer(database.pool(), server.address());
    }

    @Override
    void close() {
        database.close();
        server.close();
    }
}
