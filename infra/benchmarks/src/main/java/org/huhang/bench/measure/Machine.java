package org.huhang.bench.measure;

import java.lang.management.ManagementFactory;

/** On what it was measured. */
public record Machine(String system, String processor, int cores, long memoryMb, String java) {

    public static Machine here() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() >> 20,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    }

    @Override
    public String toString() {
        return "%d cores %s, %,d MB, %s, Java %s".formatted(cores, processor, memoryMb, system, java);
    }
}
