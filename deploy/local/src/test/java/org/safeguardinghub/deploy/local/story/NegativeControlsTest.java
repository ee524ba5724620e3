package org.safeguardinghub.deploy.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.deploy.local.story.NaiveMerge.Registered;
import org.safeguardinghub.kernel.catalogue.CodeSet;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * What goes wrong when a guard is switched off (domain reference, section 9.1): the vignettes that
 * stay silent would be worth nothing if they were silent without it.
 */
final class NegativeControlsTest {
  /** The twins as their surgery has registered them. */
  private static final Map<String, Registered> REGISTER =
      Map.of(
          "vesna", new Registered("Katarina Vesna Emberlow", "2013-06-04"),
          "vera", new Registered("Katerina Vera Emberlow", "2013-06-04"));

  private static final Set<String> REFERENCES = Set.of("inc", "derived");

  @Test
  void withoutReferencesOneNightRaisesAJigsaw() {
    Story night = withoutReferences(Vignette.ECHO_STORM_WHOLE.story());
    assertThat(fired(night, Vignette.CATALOGUE)).containsExactly("P03 tamsin 2026-04-27 S3");
  }

  @Test
  void typesThatOnlyEchoStaySilentWithoutReferences() {
    Story night = withoutReferences(Vignette.ECHO_STORM_WHOLE.story());
    Set<String> onlyEcho = Vignette.CATALOGUE.codes(CodeSet.ECHO_BY_NATURE);
    assertThat(incidents(night, Vignette.CATALOGUE)).isEqualTo(4);
    assertThat(night.events()).filteredOn(event -> onlyEcho.contains(event.type())).hasSize(4);
    assertThat(incidents(night, withoutEchoesByNature())).isEqualTo(7);
  }

  @Test
  void withBothGuardsOffTheJigsawIsThereInTheMorning() {
    Story night =
        without(withoutReferences(Vignette.ECHO_STORM_WHOLE.story()), "EDU-EMO-01", "HSG-ASB-01");
    assertThat(fired(night, Vignette.CATALOGUE)).isEmpty();
    assertThat(fired(night, withoutEchoesByNature())).containsExactly("P03 tamsin 2026-04-27 S3");
  }

  @Test
  void aNaiveMergeFindsThreePatternsOnAChildWhoDoesNotExist() {
    Story merged = NaiveMerge.of(Vignette.TWINS_AND_NAMESAKE.story(), REGISTER);
    String nobody = child(merged, 1);
    assertThat(fired(merged, Vignette.CATALOGUE))
        .containsExactly(
            "P24 " + nobody + " 2026-03-05 S2",
            "P06 " + nobody + " 2026-03-18 S3",
            "P03 " + nobody + " 2026-04-08 S2");
    assertThat(List.of(2, 3, 4, 5, 6, 7, 8, 9))
        .allSatisfy(number -> assertThat(child(merged, number)).isEqualTo(nobody));
  }

  @Test
  void aNaiveMergeTellsPoliceOfAnAdoptedChildsNewName() {
    Story merged = NaiveMerge.of(Vignette.TWINS_AND_NAMESAKE.story(), REGISTER);
    assertThat(child(merged, 12))
        .isEqualTo(child(merged, 11))
        .contains("dunmar")
        .contains("appleg");
  }

  private static List<String> fired(Story story, EventCatalogue catalogue) {
    PureHub hub = PureHub.play(Vignette.POLICY, catalogue, story);
    StoryPeople people = StoryPeople.named(story);
    return ToldFinding.of(hub.decisions()).stream()
        .map(one -> one.words(people.name(one.children())))
        .toList();
  }

  /** How many incidents of Tamsin's count. */
  private static long incidents(Story story, EventCatalogue catalogue) {
    PureHub hub = PureHub.play(Vignette.POLICY, catalogue, story);
    return hub.timeline(SubjectRef.child("tamsin")).events().stream()
        .filter(event -> event.concern() && event.stands() && !event.context() && !event.voided())
        .map(event -> event.incident())
        .distinct()
        .count();
  }

  private static String child(Story story, int number) {
    return story.events().stream()
        .filter(event -> event.number() == number)
        .map(event -> event.subjects().getFirst())
        .collect(Collectors.joining());
  }

  private static Story withoutReferences(Story story) {
    return with(
        story,
        story.events().stream()
            .map(
                event ->
                    new Story.Event(
                        event.number(),
                        event.occurredAt(),
                        event.receivedAt(),
                        event.type(),
                        event.level(),
                        event.handling(),
                        event.countable(),
                        event.subjects(),
                        event.claims(),
                        event.attributes(),
                        event.narrative(),
                        event.optional().entrySet().stream()
                            .filter(entry -> !REFERENCES.contains(entry.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
            .toList());
  }

  private static Story without(Story story, String... types) {
    return with(
        story,
        story.events().stream().filter(event -> !List.of(types).contains(event.type())).toList());
  }

  private static Story with(Story story, List<Story.Event> events) {
    return new Story(
        story.id(),
        story.title(),
        story.until(),
        events,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The shipped catalogue, in which one type alone (of no story here) only echoes. */
  private static EventCatalogue withoutEchoesByNature() {
    String groups = resource("event-groups.yaml");
    String switchedOff =
        groups.replace("codes: [EDU-DA-01, GP-COD-01, POL-ENC-01]", "codes: [PRB-DA-01]");
    assertThat(switchedOff).isNotEqualTo(groups);
    return switch (EventCatalogue.read(resource("event-catalogue.yaml"), switchedOff)) {
      case EventCatalogue.Reading.Sound(EventCatalogue catalogue) -> catalogue;
      case EventCatalogue.Reading.Faulty(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static String resource(String name) {
    try (InputStream in = EventCatalogue.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
