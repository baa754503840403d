package org.huhang.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class BuildTest {

    @Test
    void the_files_of_a_commit_are_had_as_they_were_then(@TempDir Path project, @TempDir Path into) throws Exception {
        Path file = project.resolve("file.txt");
        git(project, "init", "-q");
        Files.writeString(file, "then");
        git(project, "add", "file.txt");
        git(project, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "then");
        String commit = Build.commit(project, "HEAD");
        Files.writeString(file, "now");

        Build.export(project, commit, into);

        assertThat(commit).matches("[0-9a-f]{40}");
        assertThat(into.resolve("file.txt")).hasContent("then");
        assertThat(into.resolve(".git")).doesNotExist();
        assertThatThrownBy(() -> Build.commit(project, "no-such-commit")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_a_commit_nothing_is_built(@TempDir Path project) {
        assertThatThrownBy(() -> Build.commit(project, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-Drev=<commit>");
    }

    @Test
    void a_build_is_as_offline_as_the_maven_that_asked_for_it() {
        assertThat(Build.offline(" -B -o verify -Pbench")).isTrue();
        assertThat(Build.offline("--offline verify")).isTrue();
        assertThat(Build.offline(" verify -Dbench=-o-")).isFalse();
        assertThat(Build.offline("")).isFalse();
    }

    private static void git(Path folder, String... arguments) throws IOException, InterruptedException {
        String[] line = new String[arguments.length + 1];
        line[0] = "git";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        assertThat(new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
