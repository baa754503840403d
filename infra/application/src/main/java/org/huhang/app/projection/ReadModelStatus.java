package org.huhang.app.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * @param position of the last fact taken in
 * @param head position of the newest fact of the log
 * @param lag facts still to be taken in
 * @param rebuildPosition how far a rebuild has got, while one is under way
 * @param stoppedAt position of the fact that cannot be applied, with its event's name
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ReadModelStatus(
        String name,
        long position,
        long head,
        long lag,
        State state,
        Optional<Long> rebuildPosition,
        Optional<Long> stoppedAt,
        Optional<String> stoppedBy,
        Optional<String> reason) {

    enum State {
        UP_TO_DATE,
        CATCHING_UP,
        REBUILDING,
        STOPPED
    }

    static ReadModelStatus of(ReadModel model, long head) {
        long position = model.schema().position();
        long lag = Math.max(0, head - position);
        return switch (model.condition()) {
            case Condition.Following it ->
                new ReadModelStatus(
                        model.name(),
                        position,
                        head,
                        lag,
                        lag == 0 ? State.UP_TO_DATE : State.CATCHING_UP,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case Condition.Rebuilding it ->
                new ReadModelStatus(
                        model.name(),
                        position,
                        head,
                        lag,
                        State.REBUILDING,
                        Optional.of(it.position()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case Condition.Stopped it ->
                new ReadModelStatus(
                        model.name(),
                        position,
                        head,
                        lag,
                        State.STOPPED,
                        Optional.empty(),
                        it.position(),
                        it.event(),
                        Optional.of(it.reason()));
        };
    }
}
