package org.huhang.app.problem;

import java.util.Locale;
import java.util.Map;
import org.huhang.command.api.openapi.ProblemCatalogue;
import org.huhang.kernel.refusal.RefusalCode;
import org.springframework.stereotype.Component;

/** Tells the API documents what a caller will be told. */
@Component
class ProblemPages implements ProblemCatalogue {

    @Override
    public int status(RefusalCode code) {
        return ProblemStatus.of(code.kind()).value();
    }

    @Override
    public String sentence(RefusalCode code, Locale language) {
        return Sentences.in(language).of(code, Map.of());
    }
}
