package org.safeguardinghub.deploy.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process as it can be recognised later: pids are reused, a pid with its start is not.
 *
 * @param pid the process id
 * @param started the kernel's own start mark where it tells one, else the start instant
 */
public record ProcessStamp(long pid, String started) {
  private static final Path PROC = Path.of("/proc");

  /** The stamp of a living process, or nothing when there is none of that pid. */
  public static Optional<ProcessStamp> of(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(handle -> new ProcessStamp(pid, startOf(handle)));
  }

  /** The process, if it is the same one and still alive. */
  public Optional<ProcessHandle> living() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> startOf(handle).equals(started));
  }

  /** One line for a pid file. */
  public String line() {
    return pid + " " + started;
  }

  /** Reads {@link #line()}; a file that is cut or foreign names no process. */
  public static Optional<ProcessStamp> parse(String line) {
    String[] parts = line.strip().split(" ", 2);
    if (parts.length < 2 || !parts[0].matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(new ProcessStamp(Long.parseLong(parts[0]), parts[1]));
  }

  private static String startOf(ProcessHandle handle) {
    // Ticks since boot do not move when the wall clock is set; the instant that Java computes from
    // them does.
    Path stat = PROC.resolve(handle.pid() + "/stat");
    try {
      String text = Files.readString(stat);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
      String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
      return boot + "/" + fields[19];
    } catch (IOException | IndexOutOfBoundsException noProc) {
      return handle.info().startInstant().map(Object::toString).orElse("unknown");
    }
  }
}
