package org.huhang.command.area.screening;

import java.util.Optional;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/**
 * The answer to one criterion.
 *
 * @param failed why, when not met
 * @param doubt why, when it could not be told
 */
record Judgement(Finding finding, Optional<ScreenedOutReason> failed, Optional<ReviewReason> doubt) {}
