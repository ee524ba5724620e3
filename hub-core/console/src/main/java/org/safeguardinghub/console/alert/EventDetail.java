package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * One event of a person's or household's chronology, its words still sealed.
 *
 * @param precision how exactly the day is known
 * @param supersedes the event that it corrects
 * @param incident what several reports of one incident have in common
 * @param derivedFrom the earlier report that it passes on
 */
public record EventDetail(
    String eventId,
    String type,
    String agency,
    String family,
    Instant occurredAt,
    Precision precision,
    Instant receivedAt,
    int level,
    HandlingClass handling,
    Assertion assertion,
    boolean identityConfirmed,
    Optional<Sealed> narrative,
    Optional<Sealed> childVoice,
    Optional<String> supersedes,
    Optional<String> incident,
    Optional<String> derivedFrom) {

  /** The same without what was written. */
  public EventDetail withoutWords() {
    return new EventDetail(
        eventId,
        type,
        agency,
        family,
        occurredAt,
        precision,
        receivedAt,
        level,
        handling,
        assertion,
        identityConfirmed,
        Optional.empty(),
        Optional.empty(),
        supersedes,
        incident,
        derivedFrom);
  }

  /** How exactly it is known when something happened. */
  public enum Precision {
    EXACT,
    DAY,
    APPROXIMATE,
    RANGE
  }
}
