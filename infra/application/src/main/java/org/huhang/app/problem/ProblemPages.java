package org.huhang.app.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    public String title(int status, Locale language) {
        return Arrays.stream(RefusalCode.Kind.values())
                .filter(kind -> ProblemStatus.of(kind).value() == status)
                .findFirst()
                .map(Sentences.in(language)::title)
                .orElseThrow();
    }

    @Override
    public Set<String> parameters() {
        return Sentences.in(Sentences.ENGLISH).keys().stream()
                .flatMap(key -> Sentences.needs(key).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String sentence(RefusalCode code, Locale language) {
        return Sentences.in(language).of(code, Map.of());
    }
}
