package org.huhang.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.testing.Eventually.eventually;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.huhang.app.HuhangProperties;
import org.huhang.app.database.DataFolder;
import org.huhang.app.security.ReadyMadeTokens.Holder;
import org.huhang.app.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyMadeTokensTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();

    @TempDir
    Path root;

    @Test
    void tokens_stand_in_files_for_their_owner_alone_and_are_gone_in_the_end() throws Exception {
        Path folder = Files.createDirectories(root.resolve("tokens"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("left-by-a-killed-one.jwt"), "x");

        try (DataFolder data = DataFolder.hold(root)) {
            ReadyMadeTokens tokens =
                    new ReadyMadeTokens(APPLICATION.bean(LocalIssuer.class), data, ReadyMadeTokens.LIFETIME);
            assertThat(mode(folder)).isEqualTo("rwx------");
            assertThat(files(folder)).hasSameSizeAs(Holder.values());
            for (Holder holder : Holder.values()) {
                assertThat(mode(tokens.file(holder))).isEqualTo("rw-------");
                assertThat(APPLICATION
                                .get("/api/no-such-place", Files.readString(tokens.file(holder)))
                                .status())
                        .as("%s is let in", holder)
                        .isEqualTo(404);
            }

            tokens.destroy();
            assertThat(files(folder)).isEmpty();
        }
    }

    @Test
    void they_live_shortly_and_are_there_anew_in_time() throws Exception {
        assertThat(ReadyMadeTokens.LIFETIME).isLessThanOrEqualTo(Duration.ofHours(1));
        Duration lifetime = Duration.ofSeconds(2);
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
        try (DataFolder data = DataFolder.hold(root)) {
            LocalIssuer issuer = new LocalIssuer(
                    data, APPLICATION.bean(HuhangProperties.class).security(), now::get);
            ReadyMadeTokens tokens = new ReadyMadeTokens(issuer, data, lifetime);
            assertThat(Holder.values()).allSatisfy(holder -> assertThat(end(tokens.file(holder)))
                    .isEqualTo(now.get().plus(lifetime)));

            now.set(Instant.parse("2026-03-01T09:00:00Z"));
            eventually(() -> assertThat(Holder.values()).allSatisfy(holder -> assertThat(end(tokens.file(holder)))
                    .isEqualTo(now.get().plus(lifetime))));

            tokens.destroy();
        }
    }

    private static Instant end(Path file) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(Files.readString(file)).getJWTClaimsSet();
            assertThat(claims.getJWTID()).isNotBlank();
            return claims.getExpirationTime().toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new AssertionError("half a token", e);
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
