package org.safeguardinghub.deploy.local.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resident memory of a process and its descendants, shared pages counted once where the kernel
 * tells.
 */
public final class Memory {
  private static final Path PROC = Path.of("/proc");

  private Memory() {}

  /** Kilobytes; 0 where the process is gone or the system does not tell. */
  public static long residentKb(long pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return 0;
    }
    long descendants =
        process.get().descendants().mapToLong(child -> proportional(child.pid())).sum();
    return descendants == 0 ? ownKb(pid) : descendants + proportional(pid);
  }

  /** Kilobytes of one process without those that it started. */
  public static long ownKb(long pid) {
    return field(pid, "status", "VmRSS:");
  }

  /** Kilobytes that this process held at its largest; 0 where the system does not tell. */
  public static long peakKb() {
    return field(ProcessHandle.current().pid(), "status", "VmHWM:");
  }

  /** Bytes of this process's heap that are in use, after what is not has been collected. */
  static long heldBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long proportional(long pid) {
    long kb = field(pid, "smaps_rollup", "Pss:");
    return kb > 0 ? kb : field(pid, "status", "VmRSS:");
  }

  private static long field(long pid, String file, String name) {
    try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/" + file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .orElse(0L);
    } catch (IOException | java.io.UncheckedIOException notTold) {
      return 0;
    }
  }
}
