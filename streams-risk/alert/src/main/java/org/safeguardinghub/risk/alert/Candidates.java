package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;

/**
 * Who of a role can answer for an alert: in post, named in no conflict of interest with it, and at
 * work before it is due. Nobody else ever becomes its owner.
 */
final class Candidates {
  private final RoutingTable table;
  private final WorkingCalendar calendar;

  /** A duty role works by the clock. */
  private final Set<String> byTheClock;

  Candidates(RoutingTable table, WorkingCalendar calendar) {
    this.table = table;
    this.calendar = calendar;
    this.byTheClock =
        table.rows().stream()
            .flatMap(row -> row.outOfHours().stream())
            .map(OutOfHours::role)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * In the order of the directory, but whoever is at work now comes first.
   *
   * @param until by when an answer is due; absent: whenever
   */
  List<Contact> of(
      String role,
      Optional<String> agency,
      Dossier dossier,
      Optional<Instant> until,
      Moment moment) {
    Instant at = moment.at();
    return inPost(role, agency, moment).stream()
        .filter(contact -> !contact.inConflictWith(dossier))
        .filter(contact -> atWork(contact, role, at, until))
        .sorted(Comparator.comparing(contact -> !atWork(contact, role, at, Optional.of(at))))
        .toList();
  }

  /** Whether one of the role would have been asked, were it not for a conflict of interest. */
  boolean conflict(
      String role, Optional<String> agency, Dossier dossier, Set<String> but, Moment moment) {
    return inPost(role, agency, moment).stream()
        .takeWhile(contact -> !but.contains(contact.personId()))
        .anyMatch(contact -> contact.inConflictWith(dossier));
  }

  /** Why the owner cannot answer any more; absent: they can. */
  Optional<Gone> gone(Dossier dossier, Optional<Instant> until, Moment moment) {
    Owner owner = dossier.owner();
    Optional<Contact> contact =
        inPost(owner.role(), owner.agency(), moment).stream()
            .filter(each -> each.personId().equals(owner.personId()))
            .findFirst();
    if (contact.isEmpty()) {
      return Optional.of(Gone.LEFT);
    }
    if (contact.get().inConflictWith(dossier)) {
      return Optional.of(Gone.CONFLICT);
    }
    return atWork(contact.get(), owner.role(), moment.at(), until)
        ? Optional.empty()
        : Optional.of(Gone.NOT_AT_WORK);
  }

  /** Why an owner cannot answer any more. */
  enum Gone {
    LEFT,
    CONFLICT,
    /** Not before the answer is due: whoever follows has no longer than the owner had. */
    NOT_AT_WORK
  }

  /** How long a role has on a rung; none on the last. */
  Optional<Instant> due(Severity severity, int rung, String role, Instant from) {
    if (rung >= Ladder.LAST) {
      return Optional.empty();
    }
    Period period = table.ladder().of(severity, rung);
    return Optional.of(
        (byTheClock.contains(role) ? period.byTheClock() : period).endFrom(from, calendar));
  }

  private static List<Contact> inPost(String role, Optional<String> agency, Moment moment) {
    return moment.directory().reachable(role, agency, moment.at());
  }

  /** A due time that has passed asks nothing more of anybody's hours: the ladder sees to it. */
  private boolean atWork(Contact contact, String role, Instant at, Optional<Instant> until) {
    Predicate<LocalDate> counted =
        byTheClock.contains(role) ? _ -> true : day -> calendar.isWorkingDay(day);
    return until
        .filter(end -> !end.isBefore(at))
        .map(end -> contact.atWork(at, end, counted))
        .orElse(true);
  }
}
