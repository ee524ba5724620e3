package org.safeguardinghub.deploy.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** One log file per process, rotated when the hub starts. */
public final class LogFiles {
  private static final int KEPT = 3;

  private final Path folder;

  public LogFiles(Path folder) {
    this.folder = folder;
  }

  public Path of(String name) {
    return folder.resolve(name + ".log");
  }

  /** Moves the log of the run before aside; the oldest one goes. */
  public void rotate(String name) {
    try {
      for (int age = KEPT - 1; age >= 0; age--) {
        Path from = age == 0 ? of(name) : folder.resolve(name + ".log." + age);
        if (Files.exists(from)) {
          Files.move(
              from,
              folder.resolve(name + ".log." + (age + 1)),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
