package org.safeguardinghub.risk.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** An index in memory that links as the linker does. */
final class KnownChildren implements IndexView {
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, SortedSet<String>> keys = new HashMap<>();
  private final Map<String, List<Claims>> forms = new HashMap<>();
  private final Set<String> unborn = new HashSet<>();
  private final Set<String> walled = new HashSet<>();
  private final Set<String> never = new HashSet<>();

  KnownChildren with(String child, Request request) {
    people.put(request.personRef(), child);
    forms.computeIfAbsent(child, _ -> new ArrayList<>()).add(request.claims());
    request.keys().all().forEach(k -> keys.computeIfAbsent(k, _ -> new TreeSet<>()).add(child));
    if (request.unborn()) {
      unborn.add(child);
    }
    return this;
  }

  KnownChildren walled(String child) {
    walled.add(child);
    return this;
  }

  KnownChildren never(String personRef, String child) {
    never.add(personRef + child);
    return this;
  }

  /** Takes an outcome in as the linker would. */
  void take(Request request, Outcome outcome) {
    if (outcome instanceof Outcome.Linked(String child, var _, var _)) {
      with(child, request);
    } else if (outcome instanceof Outcome.NewChild(String child)) {
      with(child, request);
    }
  }

  @Override
  public Optional<String> confirmed(String personRef) {
    return Optional.ofNullable(people.get(personRef));
  }

  @Override
  public SortedSet<String> holders(String key, String personRef) {
    SortedSet<String> holders = new TreeSet<>(keys.getOrDefault(key, new TreeSet<>()));
    holders.removeIf(child -> never.contains(personRef + child));
    return holders;
  }

  @Override
  public Candidate candidate(String childRef) {
    return new Candidate(
        childRef,
        forms.getOrDefault(childRef, List.of()),
        unborn.contains(childRef),
        walled.contains(childRef));
  }
}
