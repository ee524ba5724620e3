package org.safeguardinghub.deploy.local.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The data folder's secrets: made at random when first asked for, one owner-only file each. */
public final class Secrets {
  private static final int BYTES = 24;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]*");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{20,}");
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  public Secrets(Path folder) {
    this.folder = folder;
  }

  /** SCRAM password of a Kafka principal. */
  public String kafka(String principal) {
    return value("kafka", principal);
  }

  /** Password of a database role. */
  public String database(String role) {
    return value("database", role);
  }

  /** Bearer token of a feed. */
  public String token(String feed) {
    return value("tokens", feed);
  }

  /** Any other secret of the hub's own. */
  public String own(String name) {
    return value("own", name);
  }

  public Path folder() {
    return folder;
  }

  private String value(String kind, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of a secret: " + name);
    }
    Path file = folder.resolve(kind).resolve(name);
    try {
      if (!Files.exists(file)) {
        OwnerOnly.folder(folder);
        OwnerOnly.folder(folder.resolve(kind));
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        OwnerOnly.write(file, fresh + "\n");
        return fresh;
      }
      return checked(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String checked(Path file) throws IOException {
    if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw new StartRefused(
          ExitCode.DATA,
          "others may read the secret %s: it must count as known; stop trusting it, or if you are sure chmod 600 it"
              .formatted(file));
    }
    String value = Files.readString(file).strip();
    if (!VALUE.matcher(value).matches()) {
      throw new StartRefused(
          ExitCode.DATA,
          "the secret %s is empty or damaged: restore %s from its backup".formatted(file, folder));
    }
    return value;
  }
}
