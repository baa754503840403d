package org.huhang.app.security.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huhang.app.security.provider.StandInProvider.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How often a provider is asked, and what is known of its keys meanwhile. The clock is the test's, the sockets are real. */
@ExtendWith(OutputCaptureExtension.class)
class ProviderKeysTest {

    private static final Duration SHORT_WAIT = Duration.ofMillis(400);
    private static final Duration LONG_WAIT = Duration.ofSeconds(20);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final StandInProvider provider = closing(new StandInProvider());
    private volatile Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void the_first_caller_gets_the_keys_and_the_next_ones_the_same() throws Exception {
        ProviderKeys keys = keys(provider.address(), LONG_WAIT);

        assertThat(find(keys, provider.key())).hasSize(1);
        assertThat(find(keys, provider.key())).hasSize(1);

        assertThat(provider.questions()).as("discovery and keys").isEqualTo(2);
    }

    @Test
    void callers_who_come_together_share_one_question() throws Exception {
        ProviderKeys keys = keys(provider.address(), LONG_WAIT);

        List<List<JWK>> found = together(25, () -> find(keys, provider.key()));

        assertThat(found).allMatch(one -> one.size() == 1);
        assertThat(provider.keysAskedFor()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWERS")
    void while_it_gives_no_keys_it_is_asked_once_and_all_are_told(Mood mood) throws Exception {
        ProviderKeys keys = keys(provider.address(), SHORT_WAIT);
        provider.is(mood);

        together(10, () -> assertThatThrownBy(() -> find(keys, provider.key())).isInstanceOf(NoKeys.class));
        assertThatThrownBy(() -> find(keys, provider.key())).isInstanceOf(NoKeys.class);

        assertThat(provider.questions()).isEqualTo(1);
        assertThat(health(keys).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void it_is_asked_again_in_the_background_and_then_all_goes_on(CapturedOutput output) throws Exception {
        ProviderKeys keys = keys(provider.address(), SHORT_WAIT);
        provider.is(Mood.BROKEN);
        keys.askWhereDue();
        keys.askWhereDue();
        assertThat(provider.questions()).as("not yet due").isEqualTo(1);
        assertThat(output).contains("answered 500", "callers get 503");

        provider.is(Mood.ANSWERS);
        now = now.plus(ProviderKeys.TRIED_AGAIN);
        keys.askWhereDue();

        assertThat(find(keys, provider.key())).hasSize(1);
        assertThat(health(keys).getStatus()).isEqualTo(Status.UP);
        assertThat(output).contains("The token provider " + provider.address() + " answers");
    }

    @Test
    void one_that_is_down_and_comes_back_is_found_again() throws Exception {
        int port = provider.port();
        provider.close();
        ProviderKeys keys = keys(provider.address(), LONG_WAIT);
        assertThatThrownBy(() -> find(keys, provider.key())).hasMessage("cannot be connected to");

        StandInProvider again = closing(new StandInProvider(port));
        now = now.plus(ProviderKeys.TRIED_AGAIN);
        keys.askWhereDue();

        assertThat(find(keys, again.key())).hasSize(1);
    }

    @Test
    void known_keys_outlive_the_provider_for_an_hour(CapturedOutput output) throws Exception {
        ProviderKeys keys = keys(provider.address(), SHORT_WAIT);
        keys.askWhereDue();
        Instant answered = now;
        provider.is(Mood.BROKEN);
        now = now.plus(ProviderKeys.REFRESHED);
        keys.askWhereDue();

        assertThat(find(keys, provider.key())).hasSize(1);
        Health meanwhile = health(keys);
        assertThat(meanwhile.getStatus()).isEqualTo(Status.UP);
        assertThat(meanwhile.getDetails())
                .containsEntry("lastAnswer", answered.toString())
                .hasEntrySatisfying("provider", why -> assertThat((String) why).startsWith("It answered 500"));
        assertThat(output).contains("checked with the keys known");

        now = answered.plus(ProviderKeys.OUTLIVES_PROVIDER);
        assertThatThrownBy(() -> find(keys, provider.key())).isInstanceOf(NoKeys.class);
        assertThat(health(keys).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void a_new_key_is_known_at_once_and_the_old_one_is_not_any_more() throws Exception {
        ProviderKeys keys = keys(provider.address(), LONG_WAIT);
        ECKey old = provider.key();
        find(keys, old);
        provider.changesKeys();
        now = now.plus(ProviderKeys.FRESH);

        assertThat(find(keys, provider.key())).hasSize(1);
        assertThat(find(keys, old)).isEmpty();
    }

    @Test
    void keys_that_were_withdrawn_are_forgotten_within_a_minute() throws Exception {
        ProviderKeys keys = keys(provider.address(), LONG_WAIT);
        ECKey old = provider.key();
        find(keys, old);
        provider.changesKeys();
        now = now.plus(ProviderKeys.REFRESHED);
        keys.askWhereDue();
        now = now.plus(ProviderKeys.FRESH);

        assertThat(find(keys, old)).isEmpty();
    }

    @Test
    void unknown_keys_are_asked_for_a_few_times_a_minute_and_known_ones_are_found_all_the_while() throws Exception {
        ProviderKeys keys = keys(provider.address(), LONG_WAIT);
        find(keys, provider.key());
        int before = provider.keysAskedFor();

        together(25, () -> find(keys, StandInProvider.newKey()));
        assertThat(provider.keysAskedFor() - before).as("the keys are fresh").isZero();

        int untold = 0;
        for (int second = 0; second < 120; second++) {
            now = now.plusSeconds(1);
            try {
                assertThat(find(keys, StandInProvider.newKey())).isEmpty();
            } catch (NoKeys cannotTell) {
                untold++;
            }
            assertThat(find(keys, provider.key())).hasSize(1);
        }
        assertThat(provider.keysAskedFor() - before).isBetween(6, 9);
        assertThat(untold).as("callers who were neither told yes nor no").isBetween(1, 100);
    }

    @Test
    void a_clock_that_goes_back_does_not_keep_the_provider_from_being_asked() throws Exception {
        ProviderKeys keys = keys(provider.address(), LONG_WAIT);
        keys.askWhereDue();
        now = now.minus(Duration.ofDays(1));
        provider.changesKeys();
        keys.askWhereDue();

        assertThat(find(keys, provider.key())).hasSize(1);
    }

    @Test
    void a_slash_at_the_end_is_said_and_does_no_harm(CapturedOutput output) throws Exception {
        ProviderKeys keys = keys(provider.address() + "/", LONG_WAIT);

        assertThat(find(keys, provider.key())).hasSize(1);
        assertThat(output).contains("differ by the slash at their end: it calls itself " + provider.address());
    }

    @Test
    void a_provider_by_another_name_is_none() {
        provider.callsItself("http://sso.example.org/realm");
        ProviderKeys keys = keys(provider.address(), LONG_WAIT);

        assertThatThrownBy(() -> find(keys, provider.key()))
                .hasMessageContaining("another name than huhang.security.issuer: http://sso.example.org/realm");
    }

    @Test
    void where_the_keys_are_may_be_said() throws Exception {
        ProviderKeys keys = closing(new ProviderKeys(
                "https://sso.example.org/realm",
                new ProviderEndpoints(
                        "https://sso.example.org/realm", URI.create(provider.address() + "/keys"), LONG_WAIT),
                () -> now));

        assertThat(find(keys, provider.key())).hasSize(1);
        assertThat(provider.questions()).isEqualTo(1);
    }

    private ProviderKeys keys(String issuer, Duration longestWait) {
        return closing(new ProviderKeys(issuer, new ProviderEndpoints(issuer, null, longestWait), () -> now));
    }

    private Health health(ProviderKeys keys) {
        return new ProviderHealth(keys, () -> now).health();
    }

    private static List<JWK> find(ProviderKeys keys, ECKey key) throws NoKeys {
        return keys.get(
                new JWKSelector(new JWKMatcher.Builder().keyID(key.getKeyID()).build()), null);
    }

    private static <T> List<T> together(int callers, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(callers, call))) {
                results.add(result.get());
            }
            return results;
        }
    }

    private <T extends AutoCloseable> T closing(T one) {
        open.add(one);
        return one;
    }
}
