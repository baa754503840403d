package org.huhang.command.port;

import java.util.Locale;
import java.util.Map;
import org.huhang.kernel.refusal.RefusalCode;

/** The sentence an officer reads for a refusal. */
public interface Wording {

    String of(RefusalCode code, Map<String, String> parameters, Locale locale);
}
