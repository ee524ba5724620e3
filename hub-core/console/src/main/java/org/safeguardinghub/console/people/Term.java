package org.safeguardinghub.console.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The days on which an entry of the directory holds, in London time.
 *
 * @param firstDay absent: since the directory began
 * @param lastDay absent: no end is known
 */
public record Term(Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Since the directory began, with no end. */
  public static final Term ALWAYS = new Term(Optional.empty(), Optional.empty());

  public boolean holdsOn(LocalDate day) {
    return firstDay.map(first -> !day.isBefore(first)).orElse(true)
        && lastDay.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** The first moment of the term. */
  public Instant from(LocalDate directoryBegan) {
    return startOf(firstDay.orElse(directoryBegan));
  }

  /** The first moment after the term. */
  public Optional<Instant> until() {
    return lastDay.map(last -> startOf(last.plusDays(1)));
  }

  /** The moment at which a day begins. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant();
  }

  /** The day of a moment. */
  public static LocalDate dayOf(Instant at) {
    return at.atZone(LONDON).toLocalDate();
  }
}
