package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.calendar.WeeklyHours;

/**
 * A person as routing sees one: reachable over some channels for a span of time.
 *
 * @param personId opaque id
 * @param channels how the person is notified, in order
 * @param from since when, inclusive
 * @param until until when, exclusive; absent: still
 * @param hours when they are at work; absent: whenever they are asked
 * @param conflicts what they may never answer for, in the words of {@link Dossier#concerns}
 */
public record Contact(
    String personId,
    List<Channel> channels,
    Instant from,
    Optional<Instant> until,
    Optional<WeeklyHours> hours,
    Set<String> conflicts) {
  public Contact {
    channels = List.copyOf(channels);
    conflicts = Set.copyOf(conflicts);
  }

  /** Somebody without hours and without a conflict of interest. */
  public Contact(String personId, List<Channel> channels, Instant from, Optional<Instant> until) {
    this(personId, channels, from, until, Optional.empty(), Set.of());
  }

  boolean reachableAt(Instant at) {
    return !channels.isEmpty() && Directory.holds(from, until, at);
  }

  /** Whether this person is at work at some moment from one to another, both included. */
  boolean atWork(Instant start, Instant end, Predicate<LocalDate> counted) {
    return hours.map(week -> week.meets(start, end, counted)).orElse(true);
  }

  boolean inConflictWith(Dossier dossier) {
    // Few have any; what an alert concerns is not gathered for the others.
    return !conflicts.isEmpty() && !Collections.disjoint(conflicts, dossier.concerns());
  }
}
