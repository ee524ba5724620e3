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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Class data archives that shorten a JVM's start, one per process and build. They are only ever a
 * help: a JVM whose archive is missing or does not fit starts without it.
 *
 * <p>The archives are written from running processes, once after a build. JDK 25's other way, an
 * ahead-of-time cache, was tried: noting down what it is made of tripled the first start, and it
 * saved no more.
 */
public final class ClassArchives {
  private static final Duration DUMP_WITHIN = Duration.ofMinutes(3);

  private final Path folder;
  private final Map<String, Path> missing = new ConcurrentSkipListMap<>();
  private final Set<Path> known = ConcurrentHashMap.newKeySet();

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
    known.add(archive);
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

  /** The archive of the JVM that runs {@code ./hub} itself: the launcher names it by this path. */
  private Path ownArchive() {
    return folder.resolve("hub.jsa");
  }

  /**
   * Writes the archives of this JVM and of each process that was started without one, two at a
   * time; those of earlier builds are removed.
   *
   * @throws IOException when one cannot be written
   */
  public void write(List<ChildStatus> table) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    removeOld();
    Map<Path, Long> wanted = new LinkedHashMap<>();
    wanted.put(ownArchive(), ProcessHandle.current().pid());
    missing.forEach((name, archive) -> wanted.put(archive, pidOf(name, table)));
    List<Callable<Void>> dumps = new ArrayList<>();
    wanted.forEach(
        (archive, pid) ->
            dumps.add(
                () -> {
                  dump(pid, archive);
                  return null;
                }));
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (Future<Void> dump : two.invokeAll(dumps)) {
        dump.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
    missing.clear();
  }

  private void removeOld() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> !known.contains(file)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void dump(long pid, Path archive) throws IOException, InterruptedException {
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
      if (!jcmd.waitFor(DUMP_WITHIN.toSeconds(), TimeUnit.SECONDS)
          || jcmd.exitValue() != 0
          || !Files.exists(part)) {
        throw new IOException("no class data archive of process " + pid + " could be written");
      }
      Files.move(
          part, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      jcmd.destroy();
    }
  }

  private static long pidOf(String name, List<ChildStatus> table) {
    return table.stream()
        .filter(child -> child.name().equals(name) && child.ready())
        .mapToLong(ChildStatus::pid)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " does not run"));
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
