package org.huhang.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.huhang.app.CannotStart;
import org.huhang.app.HuhangProperties;
import org.huhang.app.database.DataFolder;
import org.huhang.app.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The signing key is read at every start: whatever became of it meanwhile is one sentence. */
class LocalIssuerTest {

    @TempDir
    Path root;

    static Stream<String> damaged() throws JOSEException {
        ECKey key = key(Curve.P_256);
        String whole = key.toJSONString();
        return Stream.of(
                "",
                "\n",
                "null",
                "[]",
                "{}",
                "no key",
                "\u0000\u0001",
                whole.substring(0, whole.length() / 2),
                "{\"kty\":\"EC\"}",
                "{\"kty\":7,\"crv\":{}}",
                key.toPublicJWK().toJSONString(),
                key(Curve.P_384).toJSONString(),
                new JWKSet(key).toString(false),
                new RSAKeyGenerator(2048).generate().toJSONString(),
                whole.replace(key.getD().toString(), "AAAA"),
                new ECKey.Builder(Curve.P_256, key.getX(), key.getY())
                        .d(key(Curve.P_256).getD())
                        .build()
                        .toJSONString(),
                whole.replace(key.getX().toString(), key.getY().toString()));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void a_damaged_key_is_one_sentence(String kept) throws IOException {
        try (DataFolder folder = DataFolder.hold(root)) {
            folder.write("secrets", "issuer.jwk", kept);

            assertThatThrownBy(() -> issuer(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("The key of the local issuer, " + root.resolve("secrets/issuer.jwk")
                            + ", is damaged: remove it, and a new one is made.");
        }
    }

    @Test
    void a_key_that_is_whole_is_kept_and_a_removed_one_made_anew() throws IOException {
        try (DataFolder folder = DataFolder.hold(root)) {
            JWKSet first = issuer(folder).publicKeys();

            assertThat(issuer(folder).publicKeys()).isEqualTo(first);
            Files.delete(root.resolve("secrets/issuer.jwk"));
            assertThat(issuer(folder).publicKeys()).isNotEqualTo(first);
        }
    }

    private static LocalIssuer issuer(DataFolder folder) {
        HuhangProperties settings = RunningApplication.shared().bean(HuhangProperties.class);
        return new LocalIssuer(folder, settings.security(), InstantSource.system());
    }

    private static ECKey key(Curve curve) throws JOSEException {
        return new ECKeyGenerator(curve).generate();
    }
}
