package org.safeguardinghub.console.oidc;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * A provider, as a configuration file says it. A file in which something is missing or wrong stops
 * the start: a console with half a sign-in is none.
 *
 * @param issuer https, or http to this machine
 * @param claim of the ID token that says who it is: {@code preferred_username}, or {@code sub}
 * @param label what the sign-in page calls it
 * @param local whether the console's own users may sign in beside it
 * @param subjects sign-in names of the directory by subject, where the claim is {@code sub}
 */
public record OidcSettings(
    URI issuer,
    String clientId,
    Sensitive<String> clientSecret,
    String claim,
    String label,
    boolean local,
    Map<String, String> subjects) {
  private static final String SUBJECT = "sub";
  private static final String USERNAME = "preferred_username";
  private static final String SUBJECTS = "subject.";
  private static final Pattern ISSUER =
      Pattern.compile(
          "https://[^\\s@#?]+|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?(/[^\\s@#?]*)?");

  public OidcSettings {
    subjects = Map.copyOf(subjects);
  }

  /** Reads a file of properties; a relative {@code clientSecretFile} lies beside it. */
  public static OidcSettings read(Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("the file of the OpenID provider cannot be read", e);
    }
    Map<String, String> subjects = new TreeMap<>();
    lines.stringPropertyNames().stream()
        .filter(key -> key.startsWith(SUBJECTS))
        .forEach(key -> subjects.put(key.substring(SUBJECTS.length()), lines.getProperty(key)));
    String claim = lines.getProperty("claim", USERNAME).strip();
    if (!claim.equals(USERNAME) && !claim.equals(SUBJECT)) {
      throw wrong("claim is " + USERNAME + " or " + SUBJECT);
    }
    String issuer = needed(lines, "issuer");
    if (!ISSUER.matcher(issuer).matches()) {
      throw wrong("issuer is an https address, or http to this machine");
    }
    return new OidcSettings(
        URI.create(issuer),
        needed(lines, "clientId"),
        secret(file, needed(lines, "clientSecretFile")),
        claim,
        lines.getProperty("label", "your organisation's account").strip(),
        !lines.getProperty("local", "true").strip().equals("false"),
        subjects);
  }

  /** The sign-in name in the directory of somebody whom the provider vouches for. */
  Optional<String> user(String subject, Optional<String> username) {
    return claim.equals(SUBJECT) ? Optional.ofNullable(subjects.get(subject)) : username;
  }

  private static Sensitive<String> secret(Path file, String name) {
    try {
      return Sensitive.of(Files.readString(file.resolveSibling(name)).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the secret of the OpenID client cannot be read", e);
    }
  }

  private static String needed(Properties lines, String key) {
    String value = lines.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw wrong(key + " is missing");
    }
    return value;
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("the file of the OpenID provider: " + what);
  }
}
