package org.huhang.command.api.openapi;

import java.util.Locale;
import java.util.Set;
import org.huhang.kernel.refusal.RefusalCode;

/** How refusals look over HTTP; the application knows, and the API documents say it. */
public interface ProblemCatalogue {

    /** HTTP status. */
    int status(RefusalCode code);

    /** What sort of no a status tells of. */
    String title(int status, Locale language);

    /** Names of the parameters that may stand in a refusal, beside its members or in one of its errors. */
    Set<String> parameters();

    /** What a caller reads when no more than the code is known. */
    String sentence(RefusalCode code, Locale language);
}
