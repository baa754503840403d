package org.huhang.app.problem;

import java.util.Locale;
import java.util.Map;
import org.huhang.command.port.Wording;
import org.huhang.kernel.refusal.RefusalCode;
import org.springframework.stereotype.Component;

/** The same sentences for a report's rows as for an answer's problem. */
@Component
class OfficerWording implements Wording {

    @Override
    public String of(RefusalCode code, Map<String, String> parameters, Locale locale) {
        return Sentences.in(Languages.of(locale.toLanguageTag())).of(code, parameters);
    }
}
