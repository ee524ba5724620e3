package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.safeguardinghub.deploy.local.story.Story.Event;

/** Whether what a story refers to is in it. */
final class StoryReferences {
  private final Story story;
  private final Set<Integer> numbers = new HashSet<>();
  private final Set<String> people = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();

  private StoryReferences(Story story) {
    this.story = story;
    people.addAll(StoryPeople.names(story));
  }

  /** What is wrong, each with its place in the story. */
  static List<String> faults(Story story) {
    StoryReferences references = new StoryReferences(story);
    references.events();
    references.expectations();
    references.mustNot();
    return List.copyOf(references.faults);
  }

  private void events() {
    if (story.events().isEmpty()) {
      faults.add("events: there is none; a story needs at least one");
    }
    for (Event event : story.events()) {
      if (!numbers.add(event.number())) {
        faults.add(place(event) + ": the number is used twice; give each event its own");
      }
    }
    for (Event event : story.events()) {
      if (event.claims().size() != event.subjects().size()) {
        faults.add(
            place(event) + ": there must be one object of claims per subject, in the same order");
      }
      if (event.flag("dup") && event.node("sameAs").isEmpty()) {
        faults.add(place(event) + ": a repeat says with sameAs which event it repeats");
      }
      for (String key : List.of("mayEcho", "sameAs", "supersedes")) {
        event.node(key).ifPresent(node -> number(place(event) + ", " + key, node.asInt()));
      }
      event.node("ruling").ifPresent(ruling -> ruling(event, ruling));
    }
  }

  private void ruling(Event event, JsonNode ruling) {
    number(place(event) + ", ruling", ruling.path("event").asInt());
    person(place(event) + ", ruling", ruling.path("subject").asText());
  }

  private void expectations() {
    Stream.of(story.mustRaise(), story.mayRaise(), story.strengthened())
        .flatMap(List::stream)
        .forEach(expected -> person(expected.words(), expected.subject()));
    story.notices().forEach(notice -> person(notice.words(), notice.subject()));
  }

  private void mustNot() {
    for (MustNot entry : story.mustNot()) {
      switch (entry) {
        case MustNot.Sentence _ -> {
          // A sentence refers to nothing by key.
        }
        case MustNot.NotTold(var text, var about, _, _, _, _) -> about(text, about);
        case MustNot.NotOwned(var text, var about, _, _) -> about(text, about);
      }
    }
  }

  private void about(String text, MustNot.About about) {
    String place = "mustNot \"" + text + "\"";
    about.subject().ifPresent(name -> person(place, name));
    about.restsOn().forEach(number -> number(place, number));
  }

  private void number(String place, int number) {
    if (!numbers.contains(number)) {
      faults.add("%s: there is no event %d in this story".formatted(place, number));
    }
  }

  private void person(String place, String name) {
    if (!people.contains(name)) {
      faults.add(
          "%s: nobody is called '%s' in the events; there are %s"
              .formatted(place, name, String.join(", ", people)));
    }
  }

  private static String place(Event event) {
    return "event " + event.number();
  }
}
