package org.safeguardinghub.deploy.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the caches of {@link AotCaches} from what processes noted down: in a process of its own, at the lowest priority,
 * after the hub has stopped. A cache appears whole or not at all.
 */
public final class AotTraining {
  private static final String NOTES = ".aotconf";
  private static final String COMMAND = ".command";

  private AotTraining() {}

  /** Notes down how a process was started: making its cache needs the same class path. */
  static void remember(Path notes, List<String> command) {
    try {
      Files.createDirectories(notes.getParent());
      Files.write(Path.of(notes + COMMAND), command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins the making and returns at once; does nothing where nothing was noted down. */
  public static void begin(Path folder, List<Path> classPath) throws IOException {
    if (!Files.isDirectory(folder) || notes(folder).isEmpty()) {
      return;
    }
    List<String> command =
        new ArrayList<>(
            List.of("nice", "-n", "19", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(
        List.of(
            "-Xmx32m",
            "-XX:+UseSerialGC",
            "-cp",
            JavaCommand.join(classPath),
            AotTraining.class.getName(),
            folder.toString()));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("training.log").toFile())
        .start();
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        return;
      }
      for (Path notes : notes(folder)) {
        make(notes);
      }
    }
  }

  private static void make(Path notes) throws IOException, InterruptedException {
    Path command = Path.of(notes + COMMAND);
    if (Files.exists(command)) {
      String name = notes.getFileName().toString();
      Path cache = notes.resolveSibling(name.substring(0, name.length() - NOTES.length()) + ".aot");
      Path part = Path.of(cache + ".part");
      List<String> making = new ArrayList<>();
      for (String word : Files.readAllLines(command)) {
        making.add(word.equals("-XX:AOTMode=record") ? "-XX:AOTMode=create" : word);
      }
      making.add(1, "-XX:AOTCache=" + part);
      Process process =
          new ProcessBuilder(making)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(300, TimeUnit.SECONDS) && Files.exists(part)) {
        Files.move(part, cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.deleteIfExists(command);
    }
    Files.deleteIfExists(notes);
  }

  private static List<Path> notes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(NOTES)).sorted().toList();
    }
  }
}
