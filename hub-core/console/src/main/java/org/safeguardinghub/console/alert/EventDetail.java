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
    Optional<String> supersedes) {

  /** How exactly it is known when something happened. */
  public enum Precision {
    EXACT,
    DAY,
    APPROXIMATE,
    RANGE
  }
}
