package org.safeguardinghub.console.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.calendar.WeeklyHours;

/**
 * A professional.
 *
 * @param id opaque person id, as in topics
 * @param user name to sign in with
 * @param name name to show to other professionals
 * @param mail address for notifications; absent: the user's in the directory's mail domain
 * @param term when the person belongs to the directory; a leaver's has a last day
 * @param leave days on which nobody should wait for this person
 * @param ways how this person is told
 * @param hours when this person is at work; absent: whenever they are asked
 * @param conflicts what this person may never answer for, as {@link Conflicts} says it
 */
public record Person(
    String id,
    String user,
    String name,
    Optional<String> mail,
    Term term,
    List<Leave> leave,
    Ways ways,
    Optional<WeeklyHours> hours,
    Set<String> conflicts) {
  public Person {
    leave = List.copyOf(leave);
    conflicts = Collections.unmodifiableSortedSet(new TreeSet<>(conflicts));
  }

  /** Somebody who is told in some ways, whenever they are asked. */
  public Person(
      String id,
      String user,
      String name,
      Optional<String> mail,
      Term term,
      List<Leave> leave,
      Ways ways) {
    this(id, user, name, mail, term, leave, ways, Optional.empty(), Set.of());
  }

  /** Somebody who is told by mail. */
  public Person(
      String id, String user, String name, Optional<String> mail, Term term, List<Leave> leave) {
    this(id, user, name, mail, term, leave, Ways.MAIL_ONLY);
  }

  /** Somebody with the usual address, without an end or leave. */
  public Person(String id, String user, String name) {
    this(id, user, name, Optional.empty(), Term.ALWAYS, List.of());
  }

  /** The same person, who may not answer for this either. */
  Person inConflictWith(String concern) {
    Set<String> more = new TreeSet<>(conflicts);
    more.add(concern);
    return new Person(id, user, name, mail, term, leave, ways, hours, more);
  }

  /** A stretch of time in which the person can be reached; {@code until} is exclusive. */
  public record Span(Instant from, Optional<Instant> until) {}

  public boolean reachableOn(LocalDate day) {
    return term.holdsOn(day) && leave.stream().noneMatch(away -> away.covers(day));
  }

  /** When the person can be reached: the stretch of this day, else the next, else the last. */
  public Span span(LocalDate directoryBegan, LocalDate day) {
    LocalDate first = term.firstDay().orElse(directoryBegan);
    List<Span> spans =
        Stream.concat(Stream.of(first), leave.stream().map(away -> away.lastDay().plusDays(1)))
            .distinct()
            .sorted()
            .filter(begin -> !begin.isBefore(first) && reachableOn(begin))
            .map(this::spanFrom)
            .toList();
    Instant at = Term.startOf(day);
    return spans.stream()
        .filter(span -> span.until().map(end -> end.isAfter(at)).orElse(true))
        .findFirst()
        .or(() -> spans.reversed().stream().findFirst())
        .orElse(new Span(Term.startOf(first), Optional.of(Term.startOf(first))));
  }

  private Span spanFrom(LocalDate begin) {
    Optional<Instant> until =
        Stream.concat(
                leave.stream().map(Leave::firstDay).filter(away -> away.isAfter(begin)),
                term.lastDay().map(last -> last.plusDays(1)).stream())
            .min(Comparator.naturalOrder())
            .map(Term::startOf);
    return new Span(Term.startOf(begin), until);
  }
}
