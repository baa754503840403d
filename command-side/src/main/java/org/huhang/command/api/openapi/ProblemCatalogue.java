package org.huhang.command.api.openapi;

import java.util.Locale;
import org.huhang.kernel.refusal.RefusalCode;

/** How refusals look over HTTP; the application knows, and the API documents say it. */
public interface ProblemCatalogue {

    /** HTTP status. */
    int status(RefusalCode code);

    /** What a caller reads when no more than the code is known. */
    String sentence(RefusalCode code, Locale language);
}
