package org.safeguardinghub.risk.alert;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who knows of an alert: everybody who owned it, opened it or did something with it. They must hear
 * when it no longer is what they were told, and say that they have.
 *
 * @param informed person ids, each with the role in which they know of it
 * @param toConfirm who has still to say that they read the last correction
 * @param copies copies of it, one for each desk
 */
public record Audience(
    SortedMap<String, String> informed, SortedSet<String> toConfirm, List<Copy> copies) {
  static final Audience NOBODY = new Audience(new TreeMap<>(), new TreeSet<>(), List.of());

  public Audience {
    informed = Collections.unmodifiableSortedMap(new TreeMap<>(informed));
    toConfirm = Collections.unmodifiableSortedSet(new TreeSet<>(toConfirm));
    copies = List.copyOf(copies);
  }

  /** The same of any maps, sets and lists. */
  public static Audience of(
      Map<String, String> informed, Set<String> toConfirm, List<Copy> copies) {
    return new Audience(new TreeMap<>(informed), new TreeSet<>(toConfirm), copies);
  }

  Audience with(String personId, String role) {
    if (role.equals(informed.get(personId))) {
      return this;
    }
    SortedMap<String, String> more = new TreeMap<>(informed);
    more.put(personId, role);
    return new Audience(more, toConfirm, copies);
  }

  Audience everybodyMustConfirm() {
    return new Audience(informed, new TreeSet<>(informed.keySet()), copies);
  }

  Audience confirmedBy(String personId) {
    SortedSet<String> others = new TreeSet<>(toConfirm);
    others.remove(personId);
    return new Audience(informed, others, copies);
  }

  /**
   * With other copies.
   *
   * @param told who hears of one now
   */
  Audience withCopies(List<Copy> next, Set<String> told) {
    Audience audience = new Audience(informed, toConfirm, next);
    for (Copy copy : next) {
      if (told.contains(copy.personId()) && !audience.informed.containsKey(copy.personId())) {
        audience = audience.with(copy.personId(), copy.desk().role());
      }
    }
    return audience;
  }

  /** A child goes on under another reference. */
  Audience renamed(String before, String after) {
    return new Audience(
        informed, toConfirm, copies.stream().map(copy -> copy.renamed(before, after)).toList());
  }

  /** Whether a person has a copy; whoever has one knows of the alert by it. */
  boolean hasCopy(String personId) {
    return copies.stream().anyMatch(copy -> copy.personId().equals(personId));
  }
}
