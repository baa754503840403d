package org.huhang.app.imports;

import org.huhang.app.HuhangProperties;
import org.huhang.app.OnCommandSide;
import org.huhang.app.start.Progress;
import org.huhang.app.start.StartTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets go of lists that were under way to a process that died. The embedded database belongs to one process, so whatever is
 * being received there at a start never will be; an outside one is cleared by who looks for work, an hour after.
 */
@Component
@OnCommandSide
final class BrokenOffUploads implements StartTask {

    private final HuhangProperties properties;
    private final JdbcClient db;

    BrokenOffUploads(HuhangProperties properties, JdbcClient db) {
        this.properties = properties;
        this.db = db;
    }

    @Override
    public void run(Progress progress) {
        if (properties.database().embedded()) {
            db.sql("DELETE FROM imports.job WHERE state = 'RECEIVING'").update();
        }
    }
}
