package org.safeguardinghub.console.alert;

import java.util.Collections;
import java.util.Comparator;
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
    boolean closed = !mayKnow(alert) || alert.subject().scope() == Scope.ADULT || alert.sealed();
    return alert.copies().stream()
        .filter(copy -> !closed && copy.open() && desks.contains(copy.desk()))
        .min(Comparator.comparing(Alert.Copy::function));
  }

  public boolean holds(String role) {
    return roles.contains(role);
  }
}
