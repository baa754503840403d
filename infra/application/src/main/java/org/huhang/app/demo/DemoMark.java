package org.huhang.app.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the demo has been written; kept in the transaction of the steps themselves.
 *
 * @param lastDay on which its two years end: the day of the first start
 * @param steps already written
 */
record DemoMark(LocalDate lastDay, int children, int steps, boolean complete) {

    static Optional<DemoMark> read(JdbcClient db) {
        return db.sql("SELECT last_day, children, steps, complete FROM demo.mark")
                .query((row, _) -> new DemoMark(
                        row.getObject("last_day", LocalDate.class),
                        row.getInt("children"),
                        row.getInt("steps"),
                        row.getBoolean("complete")))
                .optional();
    }

    static DemoMark begin(JdbcClient db, LocalDate lastDay, int children) {
        db.sql("INSERT INTO demo.mark (last_day, children) VALUES (?, ?)")
                .params(lastDay, children)
                .update();
        return new DemoMark(lastDay, children, 0, false);
    }

    static void reached(JdbcClient db, int steps, boolean complete) {
        db.sql("UPDATE demo.mark SET steps = ?, complete = ?")
                .params(steps, complete)
                .update();
    }
}
