package org.safeguardinghub.deploy.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;

/**
 * The passwords that the console made for its seeded users on its first start, in an owner-only
 * file.
 */
public final class FirstPasswords {
  /** One seeded user of the console. */
  public record User(String name, String password, String person, String role) {}

  private FirstPasswords() {}

  /**
   * All seeded users; none where the file was removed, as it should be once everybody has signed
   * in.
   */
  public static List<User> all(EmbeddedHub hub) throws IOException {
    Path file = hub.firstPasswords();
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.split("\t", -1))
          .filter(columns -> columns.length >= 4 && !columns[0].equals("user"))
          .map(columns -> new User(columns[0], columns[1], columns[2], columns[3]))
          .toList();
    }
  }

  /** The password of one seeded user. */
  public static String of(EmbeddedHub hub, String name) throws IOException {
    return all(hub).stream()
        .filter(user -> user.name().equals(name))
        .map(User::password)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the console has no seeded user " + name));
  }
}
