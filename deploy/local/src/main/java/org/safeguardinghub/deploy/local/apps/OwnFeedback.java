package org.safeguardinghub.deploy.local.apps;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.intake.feedback.Receiver;
import org.safeguardinghub.connectors.intake.feedback.Receivers;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;
import org.safeguardinghub.deploy.local.folder.StartRefused;

/**
 * The agencies of one hub that want a webhook when the answer of a receipt changes, with the secret
 * of each: an owner-only file of the data folder that holds from the next start on.
 */
public final class OwnFeedback {
  private static final String FILE = "feedback.json";
  private static final int SECRET_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /**
   * Of a hub.
   *
   * @param data its data folder
   */
  public OwnFeedback(Path data) {
    this.file = data.resolve(FILE);
  }

  /** The file, where there is one. One that cannot be used refuses the start. */
  public Optional<Path> file() {
    return receivers().all().isEmpty() ? Optional.empty() : Optional.of(file);
  }

  /** Where each agency that wants it is told. */
  public Receivers receivers() {
    if (!Files.exists(file)) {
      return Receivers.none();
    }
    try {
      if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw refusal("others may read the secrets in it: make new ones, or chmod 600 it");
      }
      return Receivers.load(file);
    } catch (IOException | IllegalArgumentException e) {
      throw refusal(
          (e instanceof IllegalArgumentException ? e.getMessage() : "it cannot be read")
              + "; put it right, or move it away");
    }
  }

  private StartRefused refusal(String why) {
    return new StartRefused(ExitCode.DATA, "%s: %s".formatted(file, why));
  }

  /** Tells a feed at an address without a fault from now on; gives the new secret. */
  public String tell(String feed, String url) {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    String secret = Receiver.PREFIX + Base64.getEncoder().encodeToString(bytes);
    write(Stream.concat(others(feed).stream(), Stream.of(Receiver.of(feed, url, secret))).toList());
    return secret;
  }

  /** Tells a feed no more; false if it was not told. */
  public boolean off(String feed) {
    if (receivers().of(feed).isEmpty()) {
      return false;
    }
    write(others(feed));
    return true;
  }

  private List<Receiver> others(String feed) {
    List<Receiver> others = new ArrayList<>(receivers().all());
    others.removeIf(receiver -> receiver.feed().equals(feed));
    return others;
  }

  private void write(List<Receiver> all) {
    ArrayNode list = JSON.createArrayNode();
    for (Receiver receiver : all) {
      list.addObject()
          .put("feed", receiver.feed())
          .put("url", receiver.url().reveal().toString())
          .put("secret", receiver.secret().reveal());
    }
    try {
      OwnerOnly.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
