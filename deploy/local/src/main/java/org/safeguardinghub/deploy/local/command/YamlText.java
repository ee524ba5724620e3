package org.safeguardinghub.deploy.local.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;

/** The files that commands are given. */
final class YamlText {
  private YamlText() {}

  /**
   * The text of a file.
   *
   * @param what it must be, such as "a policy file", for whoever named another
   * @throws StartRefused where it cannot be read, or is not UTF-8
   */
  static String of(Path file, String what) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new StartRefused(ExitCode.USAGE, file + " is not UTF-8 text: save it as UTF-8");
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.USAGE, "cannot read %s: give the path of %s (YAML)".formatted(file, what));
    }
  }

  /** How many faults a file has, in a sentence. */
  static String count(Path file, int faults) {
    return "%s has %d %s".formatted(file, faults, faults == 1 ? "fault" : "faults");
  }
}
