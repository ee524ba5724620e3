package org.safeguardinghub.console.alert;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * Who is reading, and which seats they share. A role that exists once in the directory is one seat:
 * whoever holds it reads what it owns. A role that exists per organisation (a school's safeguarding
 * lead) is one seat per holder: the lead of one school must not read the alerts of another's.
 *
 * @param roles codes of all roles held
 * @param seats roles that exist once
 * @param sharedSeats role and person id of each holder with whom a role of one organisation is
 *     shared, as {@code role@person}
 * @param conflicts what this reader may never open, whoever owns it
 * @param desks the roles held, each with its agency where it is held in one
 */
public record Reader(
    String personId,
    Set<String> roles,
    Set<String> seats,
    Set<String> sharedSeats,
    Set<String> conflicts,
    Set<String> desks) {
  public Reader {
    desks = Set.copyOf(desks);
    conflicts = Set.copyOf(conflicts);
    roles = Set.copyOf(roles);
    seats = Set.copyOf(seats);
    sharedSeats = Set.copyOf(sharedSeats);
  }

  public static Reader of(LeadDirectory directory, String personId) {
    Set<String> seats =
        directory.holdingsOf(personId).stream()
            .filter(holding -> holding.agency().isEmpty())
            .map(RoleHolding::role)
            .collect(Collectors.toUnmodifiableSet());
    Set<String> shared =
        directory.holdingsOf(personId).stream()
            .filter(holding -> holding.agency().isPresent())
            .flatMap(holding -> holding.holders().stream().map(h -> holding.role() + "@" + h))
            .collect(Collectors.toUnmodifiableSet());
    return new Reader(
        personId,
        directory.rolesOf(personId),
        seats,
        shared,
        directory.person(personId).map(Person::conflicts).orElse(Set.of()),
        directory.holdingsOf(personId).stream()
            .map(RoleHolding::name)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Whether the reader may know that there is such an alert: nobody may who is named in a conflict
   * of interest with it, and about adults only the LADO may.
   */
  public boolean mayKnow(Alert alert) {
    boolean adult = alert.subject().scope() == Scope.ADULT;
    return !inConflictWith(alert) && (!adult || HandlingRule.maySee(HandlingClass.H5, this));
  }

  /** Whether the reader is named in a conflict of interest with it. */
  public boolean inConflictWith(Alert alert) {
    return !Collections.disjoint(conflicts, alert.concerns());
  }

  /** Whether the alert is in this reader's hands: as its owner, or by a seat that owns it. */
  public boolean mayOpen(Alert.Owner owner) {
    return owner.personId().equals(personId)
        || seats.contains(owner.role())
        || sharedSeats.contains(owner.role() + "@" + owner.personId());
  }

  /**
   * The copy of an alert that this reader may read: of several the one that shows most. Nobody may
   * of what they are in a conflict of interest with, nor of what is sealed, whatever is published.
   */
  public Optional<Alert.Copy> copyOf(Alert alert) {
    boolean closed = !mayKnow(alert) || alert.closed();
    return alert.copies().stream()
        .filter(copy -> !closed && copy.open() && desks.contains(copy.desk()))
        .min(Comparator.comparing(Alert.Copy::function));
  }

  /**
   * What was agreed about an alert that this reader is to do, alone or with others of a role or an
   * agency, the next first.
   */
  public List<Minutes.Planned> toDo(Alert alert) {
    if (!mayKnow(alert) || alert.closed()) {
      return List.of();
    }
    Set<Minutes.Party> mine = parties();
    return alert.minutes().toDo().stream().filter(one -> mine.contains(one.who())).toList();
  }

  /**
   * As whom this reader does what is agreed. Whoever does not work with children, as themselves.
   */
  public Set<Minutes.Party> parties() {
    Set<Minutes.Party> parties = new HashSet<>();
    parties.add(new Minutes.Party(Minutes.Party.Kind.PERSON, personId));
    roles.forEach(role -> parties.add(new Minutes.Party(Minutes.Party.Kind.ROLE, role)));
    for (String desk : desks) {
      int at = desk.indexOf('@');
      if (at > 0 && BreakGlass.casework(desk.substring(0, at))) {
        parties.add(new Minutes.Party(Minutes.Party.Kind.AGENCY, desk.substring(at + 1)));
      }
    }
    return parties;
  }

  public boolean holds(String role) {
    return roles.contains(role);
  }
}
