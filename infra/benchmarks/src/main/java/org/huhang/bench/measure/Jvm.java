package org.huhang.bench.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of the same Java on the same class path. */
public final class Jvm {

    private Jvm() {}

    /** @param options of the machine; the program's arguments are added to the builder's command */
    public static ProcessBuilder of(Class<?> main, String... options) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        line.addAll(List.of(options));
        line.add(main.getName());
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }
}
