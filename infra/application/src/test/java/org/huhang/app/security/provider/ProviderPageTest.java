package org.huhang.app.security.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huhang.app.architecture.ProjectFolder;
import org.huhang.app.readme.ReadmeTest;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.refusal.RefusalCode;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page on providers says that could drift from the code; that its commands work is tried with Keycloak itself. */
class ProviderPageTest {

    private static final Pattern KEY = Pattern.compile("huhang\\.[a-z.-]+[a-z]");
    private static final Pattern CODE = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+|OPERATOR|INSPECTOR|ANALYST|SUPERVISOR)`");

    private final ProviderPage page = ProviderPage.read();

    @Test
    void every_key_it_names_exists() {
        List<String> named = KEY.matcher(page.text() + String.join(" ", page.keys()))
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(9).isSubsetOf(ReadmeTest.keys());
    }

    @Test
    void every_role_but_the_systems_own_is_named_and_every_code_exists() {
        TreeSet<String> known = Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> named = CODE.matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).containsAll(known);
        Arrays.stream(RefusalCode.values()).map(Enum::name).forEach(known::add);
        assertThat(named).isSubsetOf(known);
    }

    @Test
    void the_realm_it_names_is_there_and_knows_every_role() throws IOException {
        String place = "infra/application/src/main/resources/samples/keycloak-realm.json";
        assertThat(page.text()).contains(place);
        assertThat(Files.exists(ProjectFolder.path().resolve(place))).isTrue();
        JsonNode realm =
                JsonMapper.shared().readTree(new ClassPathResource("samples/keycloak-realm.json").getInputStream());
        assertThat(realm.path("users").isMissingNode())
                .as("no account is shipped")
                .isTrue();
        String profile = realm.at(
                        "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                .asString();
        assertThat(profile)
                .contains(Arrays.stream(Role.values())
                        .filter(role -> role != Role.SYSTEM)
                        .map(role -> '"' + role.name() + '"')
                        .toList());
    }
}
