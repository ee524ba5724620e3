package org.safeguardinghub.connectors.health.event;

import java.util.Optional;

/**
 * Something that a sender reports, before it is known whether it becomes an event.
 *
 * @param recordId the source's own id of the record
 * @param who about whom
 * @param when when it happened, if that is known
 * @param scale the code system, or empty
 * @param code the code, or empty
 * @param words the source's words, or empty
 * @param incident what several records of one occasion share, or empty
 */
public record Happening(
    String recordId,
    Who who,
    Optional<When> when,
    String scale,
    String code,
    String words,
    String incident) {
  public Happening coded(String codeScale, String value, String text) {
    return new Happening(recordId, who, when, codeScale, value, text, incident);
  }

  /** One of several records that this one gives. */
  public Happening part(String name) {
    return new Happening(recordId + "/" + name, who, when, scale, code, words, recordId);
  }

  public Happening of(String incidentRef) {
    return new Happening(recordId, who, when, scale, code, words, incidentRef);
  }

  public Happening by(Who other) {
    return new Happening(recordId, other, when, scale, code, words, incident);
  }

  @Override
  public String toString() {
    return "Happening[withheld]";
  }
}
