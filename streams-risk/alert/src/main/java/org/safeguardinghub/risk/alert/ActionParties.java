package org.safeguardinghub.risk.alert;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;

/**
 * Finds the one person whom the hub tells that something was agreed for them. Of an alert that is
 * confined or protected nobody is told: whoever leads speaks to them.
 */
final class ActionParties {
  private static final String NO_ROLE = "person";

  private final RoutingTable table;
  private final Candidates candidates;

  ActionParties(RoutingTable table, WorkingCalendar calendar) {
    this.table = table;
    this.candidates = new Candidates(table, calendar);
  }

  /** Who is to do something, and the role in which they are told. */
  record Doer(String personId, String role) {}

  Optional<Doer> find(PlannedAction.Party party, Dossier dossier, Moment moment) {
    if (closed(dossier, moment)) {
      return Optional.empty();
    }
    return switch (party.kind()) {
      case PERSON -> person(party.ref(), dossier, moment);
      case ROLE -> first(new Desk(party.ref(), Optional.empty()), dossier, moment);
      case AGENCY ->
          desks(party.ref(), moment)
              .flatMap(desk -> first(desk, dossier, moment).stream())
              .findFirst();
    };
  }

  /** The same person as before, while they can be told; else whoever is there now. */
  Optional<Doer> find(
      PlannedAction.Party party, Optional<String> before, Dossier dossier, Moment moment) {
    return before
        .filter(_ -> !closed(dossier, moment))
        .flatMap(person -> person(person, dossier, moment))
        .or(() -> find(party, dossier, moment));
  }

  private boolean closed(Dossier dossier, Moment moment) {
    if (dossier.standing().isEmpty()) {
      return false;
    }
    RouteRow row =
        table.match(dossier.subject().scope(), dossier.standing(), moment.situation()).row();
    return table.copies().closed(row, dossier, moment.situation());
  }

  private static Optional<Doer> person(String person, Dossier dossier, Moment moment) {
    Directory directory = moment.directory();
    return directory
        .contact(person, moment.at())
        .filter(_ -> !directory.inConflict(person, dossier))
        .map(_ -> new Doer(person, roleOf(person, moment)));
  }

  private static String roleOf(String person, Moment moment) {
    return moment.directory().holders().values().stream()
        .filter(holder -> holder.holdsAt(moment.at()) && holder.personIds().contains(person))
        .map(RoleHolder::role)
        .min(Comparator.naturalOrder())
        .orElse(NO_ROLE);
  }

  private Optional<Doer> first(Desk desk, Dossier dossier, Moment moment) {
    return candidates.of(desk.role(), desk.agency(), dossier, Optional.empty(), moment).stream()
        .findFirst()
        .map(contact -> new Doer(contact.personId(), desk.role()));
  }

  /** The roles of an agency that work with children: those that may get copies. */
  private Stream<Desk> desks(String agency, Moment moment) {
    return moment.directory().holders().values().stream()
        .filter(holder -> holder.agency().equals(Optional.of(agency)))
        .map(RoleHolder::role)
        .filter(role -> table.copies().function(role).isPresent())
        .sorted()
        .map(role -> new Desk(role, Optional.of(agency)));
  }
}
