package org.huhang.app.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huhang.app.database.DataFolder;
import org.huhang.kernel.access.Role;

/** One token a role, in files only the owner of the data folder may read, so that every role can be tried. */
public final class ReadyMadeTokens {

    private static final Duration LIFETIME = Duration.ofDays(30);

    /** Whom the tokens are for; the divisions are the demo's. */
    public enum Holder {
        COUNTY_OFFICER("county-officer", Role.COUNTY_OFFICER, "330109"),
        OTHER_COUNTY_OFFICER("county-officer-640121", Role.COUNTY_OFFICER, "640121"),
        INSPECTOR("inspector", Role.INSPECTOR, "000000"),
        ANALYST("analyst", Role.ANALYST, "000000"),
        CHILD_DIRECTOR("child-director", Role.CHILD_DIRECTOR, "330109103201"),
        SUPERVISOR("supervisor", Role.SUPERVISOR, "330109103"),
        CITY_OFFICER("city-officer", Role.CITY_OFFICER, "330100"),
        PROVINCE_OFFICER("province-officer", Role.PROVINCE_OFFICER, "330000"),
        MINISTRY_OFFICER("ministry-officer", Role.MINISTRY_OFFICER, "000000"),
        OPERATOR("operator", Role.OPERATOR, "000000");

        private final String account;
        private final Role role;
        private final String division;

        Holder(String account, Role role, String division) {
            this.account = account;
            this.role = role;
            this.division = division;
        }
    }

    private final Path folder;
    private final Map<Holder, String> tokens = new LinkedHashMap<>();

    ReadyMadeTokens(LocalIssuer issuer, DataFolder data) {
        this.folder = data.path("tokens");
        for (Holder holder : Holder.values()) {
            String token = issuer.token(holder.account, holder.role, holder.division, LIFETIME);
            tokens.put(holder, token);
            data.write("tokens", holder.account + ".jwt", token);
        }
    }

    public String of(Holder holder) {
        return tokens.get(holder);
    }

    public Path file(Holder holder) {
        return folder.resolve(holder.account + ".jwt");
    }

    public Path folder() {
        return folder;
    }
}
