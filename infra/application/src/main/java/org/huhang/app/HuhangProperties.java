package org.huhang.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.huhang.log.LogKeeper;
import org.huhang.projection.WhenOutdated;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/** Every key below {@code huhang.}; what each means stands in {@code application.yml}. A key not named here is refused. */
@ConfigurationProperties(prefix = "huhang", ignoreUnknownFields = false)
public record HuhangProperties(
        Side role,
        boolean demo,
        int demoChildren,
        String dataFolder,
        String policyFolder,
        LogKeeper eventStore,
        Database database,
        Security security,
        Log log,
        Query query,
        ReadModels readModels,
        @Name("import") Import imports,
        Request request) {

    private static final String ANY_TOKEN_TYPE = "any";
    private static final String ACCESS_TOKEN_TYPE = "at+jwt";

    public HuhangProperties {
        require(dataFolder != null && !dataFolder.isBlank(), "huhang.data-folder", "must name a folder");
        require(demoChildren > 0, "huhang.demo-children", "must be a number above 0");
        require(
                Set.of(ANY_TOKEN_TYPE, ACCESS_TOKEN_TYPE).contains(security.tokenType()),
                "huhang.security.token-type",
                "must be any or at+jwt");
        require(named(security.subjectClaim()), "huhang.security.subject-claim", "must name a claim");
        require(named(security.roleClaim()), "huhang.security.role-claim", "must name a claim");
        require(named(security.divisionClaim()), "huhang.security.division-claim", "must name a claim");
        require(security.longestWait().isPositive(), "huhang.security.longest-wait", "must be a time above 0, e.g. 3s");
        require(log.waiting() > 0, "huhang.log.waiting", "must be a number above 0");
        require(!log.linger().isNegative(), "huhang.log.linger", "must be a time, e.g. 5ms");
        require(log.rememberedCases() >= 0, "huhang.log.remembered-cases", "must be 0 or more");
        require(log.longestWait().isPositive(), "huhang.log.longest-wait", "must be a time above 0, e.g. 10s");
        require(query.longestWait().isPositive(), "huhang.query.longest-wait", "must be a time above 0, e.g. 5s");
        require(readModels.segments() > 0, "huhang.read-models.segments", "must be a number above 0");
        require(readModels.rememberedCases() >= 0, "huhang.read-models.remembered-cases", "must be 0 or more");
        require(readModels.cursors() > 0, "huhang.read-models.cursors", "must be a number above 0");
        require(
                readModels.rebuildCasesInMemory() > 0,
                "huhang.read-models.rebuild-cases-in-memory",
                "must be a number above 0");
        require(request.maxBody().toBytes() > 0, "huhang.request.max-body", "must be a size above 0, e.g. 1MB");
        require(
                request.headerDeadline().isPositive(),
                "huhang.request.header-deadline",
                "must be a time above 0, e.g. 10s");
        require(
                request.bodyDeadline().isPositive(),
                "huhang.request.body-deadline",
                "must be a time above 0, e.g. 30s");
        require(imports.maxSize().toBytes() > 0, "huhang.import.max-size", "must be a size above 0, e.g. 1GB");
        require(imports.slowest().toBytes() > 0, "huhang.import.slowest", "must be a size above 0, e.g. 16KB");
        require(imports.waitingPerAccount() > 0, "huhang.import.waiting-per-account", "must be a number above 0");
        require(imports.waitingSize().toBytes() > 0, "huhang.import.waiting-size", "must be a size above 0, e.g. 8GB");
        require(imports.atOnce() > 0, "huhang.import.at-once", "must be a number above 0");
        require(imports.listenersPerAccount() > 0, "huhang.import.listeners-per-account", "must be a number above 0");
        require(imports.listeners() > 0, "huhang.import.listeners", "must be a number above 0");
    }

    /** @param url a JDBC address of an outside PostgreSQL; blank for the embedded one */
    public record Database(String url, String username, String password, String programsFolder) {

        public Optional<Path> programs() {
            return folder(programsFolder);
        }

        public boolean embedded() {
            return url == null || url.isBlank();
        }

        /** The password stays out of every log line. */
        @Override
        public String toString() {
            return embedded() ? "embedded" : url;
        }
    }

    /** @param issuer blank for the local issuer */
    public record Security(
            String issuer,
            String jwkSetUri,
            String audience,
            String algorithm,
            String tokenType,
            String subjectClaim,
            String roleClaim,
            String divisionClaim,
            Duration clockSkew,
            Duration longestWait) {

        /** Whether a token must say in its header that it is an access token. */
        public boolean onlyAccessTokenType() {
            return tokenType.equals(ACCESS_TOKEN_TYPE);
        }

        public boolean localIssuer() {
            return issuer == null || issuer.isBlank();
        }
    }

    public record Log(int waiting, Duration linger, int rememberedCases, Duration longestWait) {}

    public record Query(Duration longestWait) {}

    /** @param cursors readers of the log at once, over all rebuilds */
    public record ReadModels(
            int segments, int rememberedCases, int cursors, int rebuildCasesInMemory, WhenOutdated whenOutdated) {}

    /**
     * @param slowest bytes a second that an upload has to bring in the long run
     * @param atOnce lists that this process carries in turns
     */
    public record Import(
            DataSize maxSize,
            DataSize slowest,
            int waitingPerAccount,
            DataSize waitingSize,
            int atOnce,
            int listenersPerAccount,
            int listeners) {}

    public record Request(DataSize maxBody, Duration headerDeadline, Duration bodyDeadline) {}

    /** Absolute; relative keys count from where Huhang was started. */
    public Path data() {
        return Path.of(dataFolder).toAbsolutePath().normalize();
    }

    public Optional<Path> policies() {
        return folder(policyFolder);
    }

    private static Optional<Path> folder(String key) {
        return key == null || key.isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(key.strip()).toAbsolutePath().normalize());
    }

    private static boolean named(String claim) {
        return claim != null && !claim.isBlank();
    }

    private static void require(boolean met, String key, String rule) {
        if (!met) {
            throw new CannotStart(key + " " + rule + ".");
        }
    }
}
