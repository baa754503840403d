package org.huhang.app.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** The root of the project, found from the module that runs the tests. */
public final class ProjectFolder {

    private ProjectFolder() {}

    public static Path path() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("shared-kernel"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
