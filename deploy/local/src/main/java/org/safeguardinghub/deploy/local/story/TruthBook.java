package org.safeguardinghub.deploy.local.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who the hub's children are in truth, and how the hub came to know: for one story. */
final class TruthBook {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> children = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int linked;
  private int created;
  private int asked;
  private int answered;

  /** The hub attributed one subject of an event by itself. */
  void attributed(Story.Event event, int place, String child) {
    String name = event.subjects().get(place);
    String held = names.putIfAbsent(child, name);
    if (held == null) {
      created++;
    } else {
      linked++;
    }
    boolean review = event.flag("review") || name.equals(Story.NOBODY);
    if (review || (held != null && !held.equals(name))) {
      wrong.add("event %d went to %s".formatted(event.number(), held == null ? name : held));
    } else if (!child.equals(children.getOrDefault(name, child))) {
      wrong.add("event %d made a second %s".formatted(event.number(), name));
    } else {
      children.put(name, child);
    }
  }

  /** The hub asked; an urgent event goes on meanwhile under a reference of its own. */
  void asked(Story.Event event, int place, Optional<String> provisional) {
    asked++;
    provisional.ifPresent(child -> names.put(child, event.subjects().get(place)));
  }

  /** A person answered. */
  void answered(String name, String child) {
    answered++;
    names.put(child, name);
    children.putIfAbsent(name, child);
  }

  /** The child that somebody is. */
  Optional<String> childOf(String name) {
    return Optional.ofNullable(children.get(name));
  }

  /** The names by the hub's references. */
  Map<String, String> names() {
    return Map.copyOf(names);
  }

  IdentityCount count() {
    return new IdentityCount(linked, created, asked, answered, asked - answered, wrong);
  }
}
