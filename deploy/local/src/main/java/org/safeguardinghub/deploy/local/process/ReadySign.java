package org.safeguardinghub.deploy.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ready file of an app, as its supervisor reads it: the pid tells a new sign from that of a
 * process before.
 */
public record ReadySign(Path file) implements LongPredicate {
  private static final Pattern PID = Pattern.compile("\"pid\"\\s*:\\s*(\\d+)");
  private static final Pattern URL = Pattern.compile("\"url\"\\s*:\\s*\"([^\"]*)\"");

  @Override
  public boolean test(long pid) {
    return first(PID).map(found -> found.equals(Long.toString(pid))).orElse(false);
  }

  /** Where the app serves, if it said so. */
  public Optional<String> url() {
    return first(URL);
  }

  private Optional<String> first(Pattern pattern) {
    try {
      Matcher matcher = pattern.matcher(Files.exists(file) ? Files.readString(file) : "");
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
