package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.subject.DirectoryKey;

/**
 * The lead directory at one version: who holds which role, and who can be reached. Everything in it
 * has effective dates, so the same version gives different answers at different times.
 *
 * @param version of the newest entry
 * @param holders by entry key, {@code role:<role>} or {@code role:<role>@<agency>}
 * @param contacts by person id
 */
public record Directory(
    long version, Map<String, RoleHolder> holders, Map<String, Contact> contacts) {
  public static final Directory EMPTY = new Directory(0, Map.of(), Map.of());

  public Directory {
    holders = Map.copyOf(holders);
    contacts = Map.copyOf(contacts);
  }

  /** Who holds the role then: for this agency if it is held per agency, else for the area. */
  public Optional<RoleHolder> holder(String role, Optional<String> agency, Instant at) {
    if (agency.isPresent()) {
      RoleHolder there = holders.get(DirectoryKey.ofRole(role, agency));
      if (there != null && there.holdsAt(at)) {
        return Optional.of(there);
      }
    }
    RoleHolder ofTheArea = holders.get(DirectoryKey.ofRole(role, Optional.empty()));
    return ofTheArea != null && ofTheArea.holdsAt(at) ? Optional.of(ofTheArea) : Optional.empty();
  }

  /** The persons of the role who are in post and can be told then, in order. */
  public List<Contact> reachable(String role, Optional<String> agency, Instant at) {
    return holder(role, agency, at).stream()
        .flatMap(holder -> holder.personIds().stream())
        .flatMap(person -> Optional.ofNullable(contacts.get(person)).stream())
        .filter(contact -> contact.reachableAt(at))
        .toList();
  }

  public Optional<Contact> contact(String personId, Instant at) {
    return Optional.ofNullable(contacts.get(personId)).filter(contact -> contact.reachableAt(at));
  }

  /** Whether a person may never answer for an alert. */
  boolean inConflict(String personId, Dossier dossier) {
    return Optional.ofNullable(contacts.get(personId))
        .filter(contact -> contact.inConflictWith(dossier))
        .isPresent();
  }

  /**
   * The next moment after this one at which an entry begins or ends to hold, or somebody comes to
   * work or leaves it.
   */
  public Optional<Instant> nextChangeAfter(Instant at) {
    return Stream.of(
            holders.values().stream().flatMap(h -> bounds(h.from(), h.until())),
            contacts.values().stream().flatMap(c -> bounds(c.from(), c.until())),
            contacts.values().stream()
                .flatMap(c -> c.hours().stream())
                .flatMap(week -> week.nextBoundAfter(at).stream()))
        .flatMap(bounds -> bounds)
        .filter(bound -> bound.isAfter(at))
        .min(Comparator.naturalOrder());
  }

  /** The same directory with one role entry set. */
  public Directory with(long entryVersion, String key, RoleHolder holder) {
    Map<String, RoleHolder> next = new TreeMap<>(holders);
    next.put(key, holder);
    return new Directory(Math.max(version, entryVersion), next, contacts);
  }

  /** The same directory with one person set. */
  public Directory with(long entryVersion, Contact contact) {
    Map<String, Contact> next = new TreeMap<>(contacts);
    next.put(contact.personId(), contact);
    return new Directory(Math.max(version, entryVersion), holders, next);
  }

  static boolean holds(Instant from, Optional<Instant> until, Instant at) {
    return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
  }

  private static Stream<Instant> bounds(Instant from, Optional<Instant> until) {
    return Stream.concat(Stream.of(from), until.stream());
  }
}
