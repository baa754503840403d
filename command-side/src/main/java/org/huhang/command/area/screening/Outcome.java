package org.huhang.command.area.screening;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;
import org.huhang.kernel.value.ScreenedStatus;

/** What an evaluation comes to. A child is migrant before left behind; the two exclude each other. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
public sealed interface Outcome {

    ScreenedStatus status();

    /** @param band {@code TOWNSHIP} is counted for statistics and is no migrant child of the Plan */
    @JsonTypeName("MIGRANT")
    record Migrant(MigrantBand band) implements Outcome {
        @Override
        public ScreenedStatus status() {
            return ScreenedStatus.MIGRANT;
        }
    }

    @JsonTypeName("LEFT_BEHIND")
    record LeftBehind(LeftBehindReason reason) implements Outcome {
        @Override
        public ScreenedStatus status() {
            return ScreenedStatus.LEFT_BEHIND;
        }
    }

    /** @param reasons why not migrant, then why not left behind; all of them */
    @JsonTypeName("NEITHER")
    record Neither(List<ScreenedOutReason> reasons) implements Outcome {
        public Neither {
            reasons = List.copyOf(reasons);
        }

        @Override
        public ScreenedStatus status() {
            return ScreenedStatus.NEITHER;
        }
    }

    /** What is recorded does not decide it; a person must. */
    @JsonTypeName("UNDER_REVIEW")
    record Review(List<ReviewReason> reasons) implements Outcome {
        public Review {
            reasons = List.copyOf(reasons);
        }

        @Override
        public ScreenedStatus status() {
            return ScreenedStatus.UNDER_REVIEW;
        }
    }
}
