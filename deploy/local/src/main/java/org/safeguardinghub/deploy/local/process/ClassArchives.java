package org.safeguardinghub.deploy.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Class data archives that shorten a JVM's start, one per process and build. They are only ever a
 * help: a JVM whose archive is missing or does not fit starts without it.
 *
 * <p>An archive is written from a running process, after the start, at the lowest priority. JDK
 * 25's other way, an ahead-of-time cache, was tried: noting down what it is made of tripled the
 * first start, and it saved no more.
 */
public final class ClassArchives {
  private static final Duration SETTLED_AFTER = Duration.ofSeconds(20);
  private static final Duration DUMP_WITHIN = Duration.ofMinutes(3);

  private final Path folder;
  private final Map<String, Path> missing = new ConcurrentSkipListMap<>();

  public ClassArchives(Path folder) {
    this.folder = folder;
  }

  /**
   * The whole command line of a process.
   *
   * @param java the program and its flags
   * @param what what it runs: class path, main class, arguments
   */
  public List<String> command(
      String name, List<Path> classPath, List<String> java, List<String> what) {
    List<String> command = new ArrayList<>(java);
    Path archive = folder.resolve(name + "-" + fingerprint(classPath, java) + ".jsa");
    if (Files.exists(archive)) {
      command.add("-XX:SharedArchiveFile=" + archive);
      command.add("-Xlog:cds=off");
      command.add("-Xlog:cds=error:stderr");
    } else {
      missing.put(name, archive);
    }
    command.addAll(what);
    return command;
  }

  /**
   * Begins to write what is missing from the processes that run; ends when all are written or on
   * interrupt.
   */
  public Thread writeMissing(Supplier<List<ChildStatus>> table) {
    return Thread.ofVirtual()
        .name("write-class-archives")
        .start(
            () -> {
              try {
                Thread.sleep(SETTLED_AFTER);
                for (String name : List.copyOf(missing.keySet())) {
                  long pid = pidOf(name, table.get());
                  Path archive = missing.remove(name);
                  if (pid > 0 && archive != null) {
                    write(pid, archive);
                  }
                }
              } catch (InterruptedException stopped) {
                // The hub stops: the next one writes what is still missing.
              } catch (IOException e) {
                // An archive is a help only; without it the next start takes as long as this one.
              }
            });
  }

  private void write(long pid, Path archive) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path part = Path.of(archive + ".part");
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                "VM.cds",
                "static_dump",
                part.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      long begun = System.nanoTime();
      boolean lowered = false;
      while (!jcmd.waitFor(100, TimeUnit.MILLISECONDS)) {
        lowered = lowered || lowerPriority(pid);
        if (System.nanoTime() - begun > DUMP_WITHIN.toNanos()) {
          return;
        }
      }
      if (jcmd.exitValue() == 0 && Files.exists(part)) {
        Files.move(
            part, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      jcmd.destroy();
    }
  }

  /** The process forks the JVM that writes: that one gives way to everything else. */
  private static boolean lowerPriority(long pid) throws IOException {
    List<Long> writers =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::children)
            .map(ProcessHandle::pid)
            .toList();
    for (long writer : writers) {
      new ProcessBuilder("renice", "-n", "19", "-p", Long.toString(writer))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    }
    return !writers.isEmpty();
  }

  private static long pidOf(String name, List<ChildStatus> table) {
    return table.stream()
        .filter(child -> child.name().equals(name) && child.ready())
        .mapToLong(ChildStatus::pid)
        .findFirst()
        .orElse(0);
  }

  private static String fingerprint(List<Path> classPath, List<String> java) {
    Function<Path, String> mark =
        jar -> {
          try {
            return jar
                + " "
                + Files.size(jar)
                + " "
                + Files.getLastModifiedTime(jar).toMillis()
                + "\n";
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((Runtime.version() + java.getFirst()).getBytes(StandardCharsets.UTF_8));
      classPath.forEach(jar -> digest.update(mark.apply(jar).getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
