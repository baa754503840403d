package org.huhang.bench.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of the same Java, on the same class path unless another is named. */
public final class Jvm {

    private Jvm() {}

    /** @param options of the machine; the program's arguments are added to the builder's command */
    public static ProcessBuilder of(Class<?> main, String... options) {
        return of(System.getProperty("java.class.path"), main.getName(), options);
    }

    /** @param main name of a class that may be on {@code classPath} alone */
    public static ProcessBuilder of(String classPath, String main, String... options) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        line.addAll(List.of(options));
        line.add(main);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("CLASSPATH", classPath);
        return builder;
    }
}
