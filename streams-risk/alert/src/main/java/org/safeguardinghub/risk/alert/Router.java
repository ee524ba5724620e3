package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;

/** Finds the one person who answers: by the table, up the rungs, at last the duty desk. */
final class Router {
  private static final String GIVEN_BACK =
      "Sent to you because the owner before you gave it back as not theirs";

  private final RoutingTable table;
  private final WorkingCalendar calendar;
  private final ConfinedRouter confined = new ConfinedRouter();

  Router(RoutingTable table, WorkingCalendar calendar) {
    this.table = table;
    this.calendar = calendar;
  }

  /** Whether two reasons may be told in one alert. */
  boolean together(Finding one, Finding other) {
    return one.forSteward() == other.forSteward()
        && !table.apart().contains(one.pattern())
        && !table.apart().contains(other.pattern());
  }

  RoutingTable.Match match(Dossier dossier, Moment moment) {
    return table.match(dossier.subject().scope(), dossier.standing(), moment.situation());
  }

  /** The owner by a matched row. */
  Custody route(RoutingTable.Match match, Moment moment) {
    RouteRow row = match.row();
    if (row.confined()) {
      return confined.first(row, "Sent to you because " + row.because(), moment, 0);
    }
    Optional<String> duty = outOfHoursRole(row, match.finding().severity(), moment.at());
    String because =
        "Sent to you because "
            + row.because()
            + (duty.isPresent() ? ". Outside working hours your role answers" : "");
    return first(
        duty.orElse(row.owner()), row.agency(match.finding()), row.id(), because, moment, 0);
  }

  /** Somebody who can be reached in a role, or above it. */
  Custody first(
      String role, Optional<String> agency, String rowId, String because, Moment moment, int rung) {
    Set<String> tried = new HashSet<>();
    String current = role;
    while (tried.add(current)) {
      List<Contact> reachable = moment.directory().reachable(current, agency, moment.at());
      if (!reachable.isEmpty()) {
        String why =
            current.equals(role)
                ? because
                : because + ". Nobody could be reached as " + words(role) + ", so it went up";
        return custody(current, agency, reachable.getFirst().personId(), rowId, why, moment, rung);
      }
      current = above(current, agency, moment);
    }
    return desk(rowId, because, moment, rung);
  }

  /** The next rung on which somebody else answers, because the owner did not. */
  Custody climb(Dossier dossier, Moment moment) {
    return climb(dossier, overdue(dossier.owner()), moment);
  }

  /** The next rung on which somebody else answers, because the owner could not be told. */
  Custody pastWhoeverCannotBeTold(Dossier dossier, Moment moment) {
    return climb(
        dossier,
        "Sent to you because the %s could not be told of it"
            .formatted(words(dossier.owner().role())),
        moment);
  }

  private Custody climb(Dossier dossier, String because, Moment moment) {
    Custody held = dossier.custody();
    Optional<RouteRow> row = confinedTo(held.owner());
    if (row.isPresent()) {
      return confined.climb(row.get(), held, because, moment);
    }
    Optional<Custody> duty = climbToDuty(dossier, because, moment);
    if (duty.isPresent()) {
      return duty.get();
    }
    for (int rung = held.rung() + 1; rung < Ladder.LAST; rung++) {
      Optional<Contact> next = onRung(rung, held, moment);
      if (next.isPresent() && !next.get().personId().equals(held.owner().personId())) {
        return new Custody(
            new Owner(
                roleOnRung(rung, held, moment),
                held.ladderAgency(),
                next.get().personId(),
                held.owner().routeRow(),
                because + "."),
            held.ladderRole(),
            held.ladderAgency(),
            rung,
            moment.directory().version());
      }
    }
    Custody desk = desk(held.owner().routeRow(), because, moment, Ladder.LAST);
    // Who holds the desk already has it for another reason than their own silence.
    boolean there = desk.owner().role().equals(held.owner().role());
    return new Custody(
        there ? held.owner() : desk.owner(),
        held.ladderRole(),
        held.ladderAgency(),
        Ladder.LAST,
        moment.directory().version());
  }

  /** Whether the owner still holds the role and can be reached. */
  boolean stillAnswers(Owner owner, Moment moment) {
    return moment.directory().reachable(owner.role(), owner.agency(), moment.at()).stream()
        .anyMatch(contact -> contact.personId().equals(owner.personId()));
  }

  /** The row that keeps the alert within its role, where there is one. */
  Optional<RouteRow> confinedTo(Owner owner) {
    return table.row(owner.routeRow()).filter(RouteRow::confined);
  }

  /** Somebody who can be reached in the owner's role, or above it where the alert may go there. */
  Custody inTheRole(Owner owner, String because, Moment moment, int rung) {
    return confinedTo(owner)
        .map(row -> confined.first(row, because, moment, rung))
        .orElseGet(
            () -> first(owner.role(), owner.agency(), owner.routeRow(), because, moment, rung));
  }

  /** The custody of the role above the owner's. */
  Custody givenBack(Owner owner, Moment moment) {
    Optional<RouteRow> row = confinedTo(owner);
    if (row.isPresent()) {
      return confined.next(row.get(), owner, GIVEN_BACK, moment);
    }
    return first(
        above(owner.role(), owner.agency(), moment),
        owner.agency(),
        owner.routeRow(),
        GIVEN_BACK,
        moment,
        0);
  }

  /** How long the owner has; none on the last rung. */
  Optional<Instant> due(Dossier dossier, Instant from) {
    Custody custody = dossier.custody();
    if (custody.rung() >= Ladder.LAST) {
      return Optional.empty();
    }
    Period period = table.ladder().of(dossier.severity(), custody.rung());
    return Optional.of(
        (byTheClock(custody.owner()) ? period.byTheClock() : period).endFrom(from, calendar));
  }

  /** When an answer is due, counted from a moment. */
  Optional<Deadline> deadline(Dossier dossier, Moment moment) {
    return due(dossier, moment.at())
        .map(dueAt -> new Deadline(Ids.deadline(dossier.alertId(), dossier.version()), dueAt));
  }

  /** A duty role works by the clock. */
  private boolean byTheClock(Owner owner) {
    return table.rows().stream()
        .flatMap(row -> row.outOfHours().stream())
        .anyMatch(duty -> duty.role().equals(owner.role()));
  }

  private Optional<Custody> climbToDuty(Dossier dossier, String because, Moment moment) {
    Custody held = dossier.custody();
    return table
        .row(held.owner().routeRow())
        .flatMap(row -> outOfHoursRole(row, dossier.severity(), moment.at()))
        .filter(role -> held.rung() + 1 < Ladder.LAST && !role.equals(held.ladderRole()))
        .flatMap(
            role ->
                moment.directory().reachable(role, Optional.empty(), moment.at()).stream()
                    .filter(contact -> !contact.personId().equals(held.owner().personId()))
                    .findFirst()
                    .map(
                        contact ->
                            custody(
                                role,
                                Optional.empty(),
                                contact.personId(),
                                held.owner().routeRow(),
                                because,
                                moment,
                                held.rung() + 1)));
  }

  private Optional<Contact> onRung(int rung, Custody held, Moment moment) {
    String role = roleOnRung(rung, held, moment);
    List<Contact> reachable = moment.directory().reachable(role, held.ladderAgency(), moment.at());
    if (rung > 1) {
      return reachable.stream().findFirst();
    }
    int place = reachable.stream().map(Contact::personId).toList().indexOf(held.owner().personId());
    return reachable.stream().skip(place + 1L).findFirst();
  }

  private String roleOnRung(int rung, Custody held, Moment moment) {
    String role = held.ladderRole();
    for (int step = 1; step < rung; step++) {
      role = above(role, held.ladderAgency(), moment);
    }
    return role;
  }

  private String above(String role, Optional<String> agency, Moment moment) {
    return moment
        .directory()
        .holder(role, agency, moment.at())
        .flatMap(RoleHolder::managerRole)
        .or(() -> Optional.ofNullable(table.managers().get(role)))
        .orElse(RoutingTable.DUTY_DESK);
  }

  private Custody desk(String rowId, String because, Moment moment, int rung) {
    String person =
        moment.directory().reachable(RoutingTable.DUTY_DESK, Optional.empty(), moment.at()).stream()
            .findFirst()
            .map(Contact::personId)
            .orElse(RoutingTable.DUTY_DESK_PERSON);
    return custody(RoutingTable.DUTY_DESK, Optional.empty(), person, rowId, because, moment, rung);
  }

  private Optional<String> outOfHoursRole(RouteRow row, Severity severity, Instant at) {
    return calendar.isOfficeTime(at)
        ? Optional.empty()
        : row.outOfHours()
            .filter(duty -> duty.severities().contains(severity))
            .map(OutOfHours::role);
  }

  private static Custody custody(
      String role,
      Optional<String> agency,
      String person,
      String rowId,
      String because,
      Moment moment,
      int rung) {
    return new Custody(
        new Owner(role, agency, person, rowId, because + "."),
        role,
        agency,
        rung,
        moment.directory().version());
  }

  private static String overdue(Owner before) {
    return "Sent to you because the %s did not answer in time".formatted(words(before.role()));
  }

  static String words(String role) {
    return role.replace('-', ' ');
  }
}
