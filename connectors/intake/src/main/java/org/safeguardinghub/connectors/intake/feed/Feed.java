package org.safeguardinghub.connectors.intake.feed;

import java.util.OptionalInt;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/**
 * One onboarded sender.
 *
 * @param name its name, part of its topic and principal
 * @param agency code of the organisation
 * @param title its name for people
 * @param families origin families whose types it may send
 * @param kafkaUsername the principal with which a connector writes for it
 * @param kafkaPassword that principal's password
 * @param tokenSha256 SHA-256 of its bearer token, in hex
 * @param silentAfterHours in so many hours at least one message is expected of it
 */
public record Feed(
    String name,
    String agency,
    String title,
    Set<OriginFamily> families,
    String kafkaUsername,
    String kafkaPassword,
    String tokenSha256,
    OptionalInt silentAfterHours) {
  public Feed {
    families = Set.copyOf(families);
  }

  @Override
  public String toString() {
    return "Feed[" + name + "]";
  }
}
