package org.safeguardinghub.deploy.local.story;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom and what one story is about, by the references under which the hub knows them: its people
 * first, then the adults, places and settings that its events name.
 */
final class StoryPeople {
  private static final List<String> SCOPES = List.of("adult", "place", "setting");

  private final Map<String, String> namesByChild;

  /** With the story's own names of everybody whom the hub knows, by the hub's references. */
  StoryPeople(Map<String, String> namesByChild) {
    this.namesByChild = Map.copyOf(namesByChild);
  }

  /** Under their own names. */
  static StoryPeople named(Story story) {
    return new StoryPeople(byThemselves(story));
  }

  /** Each of the story's names under itself. */
  static Map<String, String> byThemselves(Story story) {
    Map<String, String> themselves = new LinkedHashMap<>();
    names(story).forEach(name -> themselves.put(name, name));
    return themselves;
  }

  /** The story's own names of all of them. */
  static Set<String> names(Story story) {
    Set<String> names = new LinkedHashSet<>();
    story.events().forEach(event -> names.addAll(event.subjects()));
    for (String key : SCOPES) {
      story.events().forEach(event -> event.text(key).ifPresent(names::add));
    }
    return names;
  }

  /** Whether one of them is among these. */
  boolean concerned(Collection<String> children) {
    return children.stream().anyMatch(namesByChild::containsKey);
  }

  /** Whether this person is among them. */
  boolean named(String name, Collection<String> children) {
    return children.stream().anyMatch(child -> name.equals(namesByChild.get(child)));
  }

  /** The story's name of the first of them whom it knows. */
  String name(Collection<String> children) {
    return namesByChild.entrySet().stream()
        .filter(known -> children.contains(known.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(Story.NOBODY);
  }
}
