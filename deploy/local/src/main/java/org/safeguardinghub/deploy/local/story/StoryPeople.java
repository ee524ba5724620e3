package org.safeguardinghub.deploy.local.story;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The people of one story, by the references under which the hub knows them. */
final class StoryPeople {
  private final Map<String, String> namesByChild = new LinkedHashMap<>();

  /**
   * With the people whom a story's events name.
   *
   * @param childOf reference of a person of a story, if the hub knows one
   */
  StoryPeople(Story story, BiFunction<Story, String, Optional<String>> childOf) {
    story.events().stream()
        .flatMap(event -> event.subjects().stream())
        .distinct()
        .forEach(name -> childOf.apply(story, name).ifPresent(ref -> namesByChild.put(ref, name)));
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
    return children.stream()
        .filter(namesByChild::containsKey)
        .sorted()
        .findFirst()
        .map(namesByChild::get)
        .orElse(Story.NOBODY);
  }
}
