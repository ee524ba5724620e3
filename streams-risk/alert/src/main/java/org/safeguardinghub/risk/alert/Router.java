package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;

/** Finds the one person who answers: by the table, up the rungs, at last the duty desk. */
final class Router {
  private static final String GIVEN_BACK =
      "Sent to you because the owner before you gave it back as not theirs";

  /** Who is in conflict is nobody's to read. */
  static final String CONFLICT = "may not answer for it: a conflict of interest is recorded";

  private final RoutingTable table;
  private final WorkingCalendar calendar;
  private final Candidates candidates;
  private final ConfinedRouter confined = new ConfinedRouter();

  Router(RoutingTable table, WorkingCalendar calendar) {
    this.table = table;
    this.calendar = calendar;
    this.candidates = new Candidates(table, calendar);
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
  Custody route(RoutingTable.Match match, Dossier dossier, Moment moment) {
    return route(match, dossier, Optional.empty(), moment);
  }

  /**
   * The owner by a matched row.
   *
   * @param until by when an answer is due; absent: as long as the ladder gives the role
   */
  Custody route(RoutingTable.Match match, Dossier dossier, Optional<Instant> until, Moment moment) {
    RouteRow row = match.row();
    String why = "Sent to you because " + row.because();
    if (row.confined()) {
      return confined.first(row, why, dossier, moment, 0);
    }
    Optional<String> duty = outOfHoursRole(row, match.finding().severity(), moment.at());
    return first(
        new Search(
            duty.orElse(row.owner()),
            row.agency(match.finding()),
            row.id(),
            duty.isPresent() ? why + ". Outside working hours your role answers" : why,
            0,
            until),
        dossier,
        moment);
  }

  /** Somebody who can answer in a role, or above it. */
  Custody first(Search search, Dossier dossier, Moment moment) {
    Set<String> tried = new HashSet<>();
    String current = search.role();
    String because = search.because();
    while (tried.add(current)) {
      List<Contact> able =
          candidates.of(
              current, search.agency(), dossier, until(search, current, dossier, moment), moment);
      Set<String> chosen =
          able.stream().limit(1).map(Contact::personId).collect(Collectors.toSet());
      if (candidates.conflict(current, search.agency(), dossier, chosen, moment)) {
        because = passed(because);
      }
      if (!able.isEmpty()) {
        return custody(search, current, able.getFirst().personId(), because, moment);
      }
      if (current.equals(search.role())) {
        because += ". Nobody could be reached as " + words(current) + ", so it went up";
      }
      current = above(current, search.agency(), moment);
    }
    return desk(search, because, dossier, moment);
  }

  private Optional<Instant> until(Search search, String role, Dossier dossier, Moment moment) {
    return search
        .until()
        .or(() -> candidates.due(dossier.severity(), search.rung(), role, moment.at()));
  }

  private static String passed(String because) {
    return because.contains(CONFLICT)
        ? because
        : because + ". Somebody who would have been asked before you " + CONFLICT;
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
      return confined.climb(row.get(), dossier, because, moment);
    }
    Optional<Custody> duty = climbToDuty(dossier, because, moment);
    if (duty.isPresent()) {
      return duty.get();
    }
    String why = because;
    for (int rung = held.rung() + 1; rung < Ladder.LAST; rung++) {
      String role = roleOnRung(rung, held, moment);
      Optional<Contact> next = onRung(rung, role, dossier, moment);
      Set<String> chosen = next.stream().map(Contact::personId).collect(Collectors.toSet());
      if (candidates.conflict(role, held.ladderAgency(), dossier, chosen, moment)) {
        why = passed(why);
      }
      if (next.isPresent()) {
        Owner owner =
            new Owner(
                role,
                held.ladderAgency(),
                next.get().personId(),
                held.owner().routeRow(),
                why + ".");
        return held.passedTo(owner, rung, moment);
      }
    }
    Search last =
        new Search(
            RoutingTable.DUTY_DESK,
            Optional.empty(),
            held.owner().routeRow(),
            why,
            Ladder.LAST,
            Optional.empty());
    Custody desk = desk(last, why, dossier, moment);
    // Who holds the desk already has it for another reason than their own silence.
    boolean there = desk.owner().role().equals(held.owner().role());
    boolean able = candidates.gone(dossier, Optional.empty(), moment).isEmpty();
    return held.passedTo(there && able ? held.owner() : desk.owner(), Ladder.LAST, moment);
  }

  /** Why the owner cannot answer any more, in this role and before it is due; absent: they can. */
  Optional<Candidates.Gone> gone(Dossier dossier, Optional<Instant> until, Moment moment) {
    return candidates.gone(dossier, until, moment);
  }

  /** The row that keeps the alert within its role, where there is one. */
  Optional<RouteRow> confinedTo(Owner owner) {
    return table.row(owner.routeRow()).filter(RouteRow::confined);
  }

  /** Somebody who can answer in the owner's role, or above it where the alert may go there. */
  Custody inTheRole(Dossier dossier, String because, Optional<Instant> until, Moment moment) {
    return confinedTo(dossier.owner())
        .map(row -> confined.first(row, because, dossier, moment, dossier.custody().rung()))
        .orElseGet(() -> first(Search.likeOwner(dossier, because, until), dossier, moment));
  }

  /** Whoever is to have what its owner says is not theirs. */
  Custody givenBack(Dossier dossier, Moment moment) {
    Owner owner = dossier.owner();
    Optional<RouteRow> row = confinedTo(owner);
    if (row.isPresent()) {
      return confined.next(row.get(), dossier, GIVEN_BACK, moment);
    }
    return first(
        new Search(
            above(owner.role(), owner.agency(), moment),
            owner.agency(),
            owner.routeRow(),
            GIVEN_BACK),
        dossier,
        moment);
  }

  /** How long the owner has; none on the last rung. */
  Optional<Instant> due(Dossier dossier, Instant from) {
    return candidates.due(
        dossier.severity(), dossier.custody().rung(), dossier.owner().role(), from);
  }

  /** When an answer is due, counted from a moment. */
  Optional<Deadline> deadline(Dossier dossier, Moment moment) {
    return due(dossier, moment.at())
        .map(dueAt -> new Deadline(Ids.deadline(dossier.alertId(), dossier.version()), dueAt));
  }

  private Optional<Custody> climbToDuty(Dossier dossier, String because, Moment moment) {
    Custody held = dossier.custody();
    int rung = held.rung() + 1;
    return table
        .row(held.owner().routeRow())
        .flatMap(row -> outOfHoursRole(row, dossier.severity(), moment.at()))
        .filter(role -> rung < Ladder.LAST && !role.equals(held.ladderRole()))
        .flatMap(
            role ->
                able(rung, role, Optional.empty(), dossier, moment).stream()
                    .filter(contact -> !contact.personId().equals(held.owner().personId()))
                    .findFirst()
                    .map(
                        contact ->
                            custody(
                                new Search(
                                    role,
                                    Optional.empty(),
                                    held.owner().routeRow(),
                                    because,
                                    rung,
                                    Optional.empty()),
                                role,
                                contact.personId(),
                                because,
                                moment)));
  }

  /** Somebody else on that rung: on the first, whoever comes after the owner, else before. */
  private Optional<Contact> onRung(int rung, String role, Dossier dossier, Moment moment) {
    Custody held = dossier.custody();
    String owner = held.owner().personId();
    List<Contact> able = able(rung, role, held.ladderAgency(), dossier, moment);
    if (rung > 1) {
      return able.stream().findFirst().filter(contact -> !contact.personId().equals(owner));
    }
    List<String> order =
        moment
            .directory()
            .holder(role, held.ladderAgency(), moment.at())
            .map(RoleHolder::personIds)
            .orElse(List.of());
    int place = order.indexOf(owner);
    return able.stream()
        .filter(contact -> !contact.personId().equals(owner))
        .min(Comparator.comparing(contact -> order.indexOf(contact.personId()) < place));
  }

  private List<Contact> able(
      int rung, String role, Optional<String> agency, Dossier dossier, Moment moment) {
    return candidates.of(
        role, agency, dossier, candidates.due(dossier.severity(), rung, role, moment.at()), moment);
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

  /** The desk has no due time, so nobody's hours count; with nobody there it is the desk itself. */
  private Custody desk(Search search, String because, Dossier dossier, Moment moment) {
    String desk = RoutingTable.DUTY_DESK;
    String person =
        candidates.of(desk, Optional.empty(), dossier, Optional.empty(), moment).stream()
            .findFirst()
            .map(Contact::personId)
            .orElseGet(() -> deskItself(dossier, moment));
    Search there =
        new Search(
            desk, Optional.empty(), search.routeRow(), because, search.rung(), Optional.empty());
    return custody(there, desk, person, because, moment);
  }

  private static String deskItself(Dossier dossier, Moment moment) {
    String desk = RoutingTable.DUTY_DESK_PERSON;
    return moment.directory().inConflict(desk, dossier) ? ConfinedRouter.VACANT + desk : desk;
  }

  private Optional<String> outOfHoursRole(RouteRow row, Severity severity, Instant at) {
    return calendar.isOfficeTime(at)
        ? Optional.empty()
        : row.outOfHours()
            .filter(duty -> duty.severities().contains(severity))
            .map(OutOfHours::role);
  }

  private static Custody custody(
      Search search, String role, String person, String because, Moment moment) {
    return new Custody(
        new Owner(role, search.agency(), person, search.routeRow(), because + "."),
        role,
        search.agency(),
        search.rung(),
        moment.directory().version());
  }

  private static String overdue(Owner before) {
    return "Sent to you because the %s did not answer in time".formatted(words(before.role()));
  }

  static String words(String role) {
    return role.replace('-', ' ');
  }
}
