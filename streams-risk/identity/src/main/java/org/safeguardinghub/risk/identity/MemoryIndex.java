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

/**
 * An index in memory that holds what the linker's holds, for whoever plays the rules without a
 * broker. Not for use by several threads.
 */
public final class MemoryIndex implements IndexView, Households.View {
  /** More holders than this make a weak key worthless. */
  public static final int FEW = 50;

  private final Map<String, Request> people = new HashMap<>();
  private final Map<String, String> children = new HashMap<>();
  private final Map<String, List<String>> persons = new HashMap<>();
  private final Map<String, SortedSet<String>> keys = new HashMap<>();
  private final Set<String> unborn = new HashSet<>();
  private final Map<String, Wall> walls = new HashMap<>();
  private final Set<String> never = new HashSet<>();
  private final Map<String, Set<String>> asked = new HashMap<>();
  private final Map<String, SortedSet<String>> homes = new HashMap<>();
  private final Map<String, SortedSet<String>> households = new HashMap<>();
  private final Map<String, HomeMove> moves = new HashMap<>();

  /** The person of a request is this child. */
  public void link(String child, Request request) {
    boolean first = !persons.containsKey(child);
    people.put(request.personRef(), request);
    children.put(request.personRef(), child);
    persons.computeIfAbsent(child, _ -> new ArrayList<>()).add(request.personRef());
    request.keys().all().forEach(k -> keys.computeIfAbsent(k, _ -> new TreeSet<>()).add(child));
    if (first && request.unborn()) {
      unborn.add(child);
    }
  }

  /** What stands around the child's identity. */
  public void wall(String child, Wall wall) {
    walls.put(child, wall);
  }

  /** A person said that this person is never that child. */
  public void never(String personRef, String child) {
    never.add(personRef + '\n' + child);
  }

  /** The child is born; false where it was so before. */
  public boolean born(String child) {
    return unborn.remove(child);
  }

  /** Somebody is asked whose event this is. */
  public void ask(Request request) {
    request
        .keys()
        .own()
        .forEach(k -> asked.computeIfAbsent(k, _ -> new HashSet<>()).add(request.eventKey()));
  }

  /** The question was answered. */
  public void answered(Request request) {
    request.keys().own().forEach(k -> asked.getOrDefault(k, Set.of()).remove(request.eventKey()));
  }

  /** The child lives in a household that is known by these keys. */
  public void lives(String child, String household, List<String> householdKeys) {
    homes.computeIfAbsent(child, _ -> new TreeSet<>()).add(household);
    householdKeys.forEach(k -> households.computeIfAbsent(k, _ -> new TreeSet<>()).add(household));
  }

  /** The child lives elsewhere, or at home again; returns the households that it leaves. */
  public SortedSet<String> moves(String child, HomeMove move) {
    if (!move.after(Optional.ofNullable(moves.get(child)))) {
      return new TreeSet<>();
    }
    moves.put(child, move);
    SortedSet<String> left = move.away() ? homes.remove(child) : null;
    return left == null ? new TreeSet<>() : left;
  }

  @Override
  public boolean away(String child) {
    return moves.containsKey(child) && moves.get(child).away();
  }

  @Override
  public Optional<String> confirmed(String personRef) {
    return Optional.ofNullable(children.get(personRef));
  }

  @Override
  public SortedSet<String> holders(String key, String personRef) {
    SortedSet<String> holders = new TreeSet<>(keys.getOrDefault(key, new TreeSet<>()));
    holders.removeIf(child -> never.contains(personRef + '\n' + child));
    return holders;
  }

  @Override
  public SortedSet<String> few(String key, String personRef) {
    SortedSet<String> holders = holders(key, personRef);
    return holders.size() > FEW ? new TreeSet<>() : holders;
  }

  @Override
  public boolean asked(String key) {
    return !asked.getOrDefault(key, Set.of()).isEmpty();
  }

  @Override
  public Candidate candidate(String childRef) {
    return new Candidate(
        childRef,
        persons.getOrDefault(childRef, List.of()).stream()
            .flatMap(ref -> Optional.ofNullable(people.get(ref)).stream())
            .map(Request::claims)
            .toList(),
        unborn.contains(childRef),
        walls.getOrDefault(childRef, Wall.NONE));
  }

  @Override
  public SortedSet<String> households(String key) {
    return new TreeSet<>(households.getOrDefault(key, new TreeSet<>()));
  }

  @Override
  public SortedSet<String> homes(String child) {
    return new TreeSet<>(homes.getOrDefault(child, new TreeSet<>()));
  }
}
