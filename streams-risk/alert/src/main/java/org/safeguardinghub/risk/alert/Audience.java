package org.safeguardinghub.risk.alert;

import java.util.Collections;
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
 */
public record Audience(SortedMap<String, String> informed, SortedSet<String> toConfirm) {
  static final Audience NOBODY = new Audience(new TreeMap<>(), new TreeSet<>());

  public Audience {
    informed = Collections.unmodifiableSortedMap(new TreeMap<>(informed));
    toConfirm = Collections.unmodifiableSortedSet(new TreeSet<>(toConfirm));
  }

  /** The same of any maps and sets. */
  public static Audience of(Map<String, String> informed, Set<String> toConfirm) {
    return new Audience(new TreeMap<>(informed), new TreeSet<>(toConfirm));
  }

  Audience with(String personId, String role) {
    if (role.equals(informed.get(personId))) {
      return this;
    }
    SortedMap<String, String> more = new TreeMap<>(informed);
    more.put(personId, role);
    return new Audience(more, toConfirm);
  }

  Audience everybodyMustConfirm() {
    return new Audience(informed, new TreeSet<>(informed.keySet()));
  }

  Audience confirmedBy(String personId) {
    SortedSet<String> others = new TreeSet<>(toConfirm);
    others.remove(personId);
    return new Audience(informed, others);
  }
}
