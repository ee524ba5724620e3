package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safeguardinghub.deploy.local.story.Story.Event;

/**
 * The rule that identity must not be: who shares a name, as it sounds, and a date of birth, its day
 * and month in either order, is one child. No guard for twins or adoption, no question to anybody.
 * Who is known by an identifier is known by the name and date under which it is registered.
 */
final class NaiveMerge {
  private static final int SOUND = 6;

  private final Map<String, Registered> register;
  private final List<Merged> children = new ArrayList<>();

  /** A person's name and date of birth as they are registered. */
  record Registered(String names, String dateOfBirth) {}

  /** A child that the rule has made. */
  private record Merged(String name, Set<String> sounds, Set<String> births) {}

  private NaiveMerge(Map<String, Registered> register) {
    this.register = register;
  }

  /**
   * The same story about the children that the rule makes of its people.
   *
   * @param register by the story's own names
   */
  static Story of(Story story, Map<String, Registered> register) {
    NaiveMerge merge = new NaiveMerge(register);
    story.events().forEach(merge::learn);
    return new Story(
        story.id(),
        story.title(),
        story.until(),
        story.events().stream()
            .filter(event -> event.node("ruling").isEmpty())
            .map(merge::attributed)
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private void learn(Event event) {
    Set<String> sounds = sounds(event);
    Set<String> births = births(event);
    if (sounds.isEmpty() || births.isEmpty()) {
      return;
    }
    List<Merged> same = children.stream().filter(child -> fits(child, sounds, births)).toList();
    children.removeAll(same);
    Set<String> allSounds = new TreeSet<>(sounds);
    Set<String> allBirths = new TreeSet<>(births);
    same.forEach(
        child -> {
          allSounds.addAll(child.sounds());
          allBirths.addAll(child.births());
        });
    children.add(new Merged(String.join("-", allSounds), allSounds, allBirths));
  }

  private Event attributed(Event event) {
    Set<String> sounds = sounds(event);
    Set<String> births = births(event);
    String child =
        children.stream()
            .filter(one -> fits(one, sounds, births))
            .map(Merged::name)
            .collect(Collectors.joining());
    return new Event(
        event.number(),
        event.occurredAt(),
        event.receivedAt(),
        event.type(),
        event.level(),
        event.handling(),
        event.countable(),
        List.of(child),
        event.claims(),
        event.attributes(),
        event.narrative(),
        event.optional().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("review") && !entry.getValue().isNull())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static boolean fits(Merged child, Set<String> sounds, Set<String> births) {
    return child.sounds().stream().anyMatch(sounds::contains)
        && child.births().stream().anyMatch(births::contains);
  }

  private Set<String> sounds(Event event) {
    List<String> names = new ArrayList<>();
    for (JsonNode claims : event.claims()) {
      names.add(claims.path("givenNames").asText());
      names.add(claims.path("familyName").asText());
      names.add(claims.path("fullName").asText());
    }
    registered(event).map(Registered::names).ifPresent(names::add);
    return names.stream()
        .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split(" ")))
        .filter(name -> name.length() > 1)
        .map(name -> name.substring(0, Math.min(SOUND, name.length())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> births(Event event) {
    List<String> dates = new ArrayList<>();
    event.claims().forEach(claims -> dates.add(claims.path("dateOfBirth").asText()));
    registered(event).map(Registered::dateOfBirth).ifPresent(dates::add);
    return dates.stream()
        .filter(date -> !date.isEmpty())
        .map(NaiveMerge::dayAndMonthInOrder)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<Registered> registered(Event event) {
    return Optional.ofNullable(register.get(event.subjects().getFirst()));
  }

  private static String dayAndMonthInOrder(String date) {
    LocalDate born = LocalDate.parse(date);
    int one = born.getDayOfMonth();
    int other = born.getMonthValue();
    return "%d/%d/%d".formatted(Math.min(one, other), Math.max(one, other), born.getYear());
  }
}
