package org.huhang.app.start;

import static org.huhang.app.security.ReadyMadeTokens.Holder.ANALYST;
import static org.huhang.app.security.ReadyMadeTokens.Holder.COUNTY_OFFICER;
import static org.huhang.app.security.ReadyMadeTokens.Holder.INSPECTOR;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.huhang.app.security.ReadyMadeTokens;
import org.huhang.kernel.time.Shanghai;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What a new user sees: where the documents are, who to be, and three lines to paste that show the main job. */
@Component
public final class StartScreen {

    private final ServletWebServerApplicationContext server;
    private final Environment environment;
    private final ObjectProvider<ReadyMadeTokens> tokens;
    private final InstantSource clock;

    StartScreen(
            ServletWebServerApplicationContext server,
            Environment environment,
            ObjectProvider<ReadyMadeTokens> tokens,
            InstantSource clock) {
        this.server = server;
        this.environment = environment;
        this.tokens = tokens;
        this.clock = clock;
    }

    public String text() {
        ReadyMadeTokens ready = tokens.getIfAvailable();
        String head = "\nHuhang 护航 is ready.  API documents: " + address() + "/docs\n";
        if (ready == null) {
            return head + "Tokens are issued by " + environment.getProperty("huhang.security.issuer") + ".\n";
        }
        List<String> lines = lines();
        return head
                + """

                Three token files, kept fresh while Huhang runs (more roles in %s):
                county officer of 330109: %s
                inspector: %s
                analyst: %s

                Three lines to paste, in this order:
                # register a child and screen it
                %s
                # see the ledger
                %s
                # replay the case, as an inspector
                %s
                """.formatted(
                                ready.folder(),
                                ready.file(COUNTY_OFFICER),
                                ready.file(INSPECTOR),
                                ready.file(ANALYST),
                                lines.get(0),
                                lines.get(1),
                                lines.get(2));
    }

    /** The lines to paste into a POSIX shell, one after the other: the last uses the case that the first opens. */
    List<String> lines() {
        ReadyMadeTokens ready = tokens.getObject();
        LocalDate today = Shanghai.dayOf(clock.instant());
        return List.of(
                """
                U=%s/api; O="Authorization: Bearer $(cat '%s')"; J='Content-Type: application/json'; \
                C=$(curl -sS $U/cases -H "$O" -H "$J" -d '{"identity":{"name":"王小明","sex":"MALE",\
                "birthDate":"%s"},"hukouDivision":"640121104","residenceDivision":"330109103",\
                "residenceSince":"%s","guardians":[{"relation":"MOTHER","name":"李梅","livesWithChild":true,\
                "ability":"ABLE"}],"agency":"EDUCATION","on":"%s"}' | grep -o '"caseId":"[^"]*' | cut -d'"' -f4); \
                curl -sS $U/cases/$C/screen -H "$O" -H "$J" -d '{"agency":"EDUCATION","on":"%s"}'; echo""".formatted(
                        address(), ready.file(COUNTY_OFFICER), today.minusYears(9), today.minusYears(1), today, today),
                "curl -sS \"$U/ledger?limit=3\" -H \"$O\"; echo",
                "curl -sS \"$U/cases/$C/replay?effectiveAt=%s\" -H \"Authorization: Bearer $(cat '%s')\"; echo"
                        .formatted(today, ready.file(INSPECTOR)));
    }

    private String address() {
        String host = environment.getProperty("server.address", "127.0.0.1");
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getWebServer().getPort();
    }
}
