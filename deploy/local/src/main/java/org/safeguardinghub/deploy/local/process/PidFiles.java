package org.safeguardinghub.deploy.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pid files of one data folder: what a later supervisor needs to find what an earlier one left
 * behind.
 */
public final class PidFiles {
  private static final String SUFFIX = ".pid";

  private final Path folder;

  public PidFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes the pid file of a process that was just started. */
  public void write(String name, ProcessStamp stamp) {
    Path file = folder.resolve(name + SUFFIX);
    Path part = folder.resolve(name + SUFFIX + ".part");
    try {
      Files.writeString(part, stamp.line() + "\n");
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process of that name, if its pid file names one. */
  public Optional<ProcessStamp> read(String name) {
    return parse(folder.resolve(name + SUFFIX));
  }

  /** Forgets a process that has ended. */
  public void delete(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name + SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processes that are still alive, by name. */
  public Map<String, ProcessStamp> living() {
    Map<String, ProcessStamp> living = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return living;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .forEach(
              file ->
                  parse(file)
                      .filter(stamp -> stamp.living().isPresent())
                      .ifPresent(stamp -> living.put(nameOf(file), stamp)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return living;
  }

  private static Optional<ProcessStamp> parse(Path file) {
    try {
      return Files.exists(file) ? ProcessStamp.parse(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
