package org.huhang.command.api;

import java.util.List;
import org.huhang.command.port.Answer;
import org.huhang.kernel.stream.StreamId;

/**
 * What a caller hears of a command to a member of staff that was carried out.
 *
 * @param version of their record, also in {@code ETag}
 * @param position of the last fact recorded, also in {@code Huhang-Position}
 * @param events names of the facts recorded, in order
 */
record StaffAnswer(StreamId staffId, long version, long position, List<String> events) {

    static StaffAnswer of(Answer.Done done) {
        return new StaffAnswer(done.stream(), done.version(), done.position(), done.events());
    }
}
