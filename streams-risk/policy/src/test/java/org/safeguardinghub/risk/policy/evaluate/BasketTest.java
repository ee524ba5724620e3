package org.safeguardinghub.risk.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.Told;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What a finding shows grows by what its later steps rest on. */
final class BasketTest {
  private static final List<TimelineEvent> EVENTS = events("one", "two", "three", "four");
  private static final TimelineEvent ONE = EVENTS.get(0);
  private static final TimelineEvent TWO = EVENTS.get(1);
  private static final TimelineEvent THREE = EVENTS.get(2);
  private static final TimelineEvent FOUR = EVENTS.get(3);

  private static List<TimelineEvent> events(String... ids) {
    List<TimelineEntry> entries =
        IntStream.range(0, ids.length)
            .mapToObj(
                i -> Told.told("EDU-PHY-01", "2026-01-0" + (i + 1) + "T10:00").id(ids[i]).entry())
            .toList();
    return Timeline.of(SubjectRef.child("c-rowan"), entries, EventCatalogue.load()).events();
  }

  private static Match match(List<TimelineEvent> counted, TimelineEvent... support) {
    List<Incident> incidents =
        counted.stream().map(event -> new Incident(event.incident(), List.of(event))).toList();
    return new Match("met", incidents, List.of(support), Severity.S3, Map.of(), Set.of());
  }

  private static Step step(Match match) {
    return new Step(match.incidents().getLast().at(), match, false, false);
  }

  @Test
  void whatALaterStepCountsAndWhatSupportsItIsShownInOrder() {
    Match first = match(List.of(TWO));
    Basket basket = Basket.of(first);
    List<TimelineEvent> before = basket.inOrder();

    basket.add(first, List.of(step(match(List.of(TWO, FOUR), THREE))));

    assertThat(basket.inOrder()).containsExactly(TWO, THREE, FOUR);
    assertThat(before).as("what was shown before stays as it was").containsExactly(TWO);
  }

  @Test
  void whatLeftTheWindowStaysShown() {
    Match first = match(List.of(ONE, TWO));
    Basket basket = Basket.of(first);

    basket.add(first, List.of(step(match(List.of(TWO, THREE))), step(match(List.of(THREE, FOUR)))));

    assertThat(basket.inOrder()).containsExactly(ONE, TWO, THREE, FOUR);
  }

  @Test
  void whatWasToldBeforeIsShownAsItReadsNow() {
    Match first = match(List.of(THREE));
    Basket basket = Basket.of(first);

    basket.add(match(List.of(ONE, THREE), TWO));

    assertThat(basket.inOrder()).containsExactly(ONE, TWO, THREE);
  }

  @Test
  void whatStepsAddedIsTakenBackFromAMomentOn() {
    Match first = match(List.of(ONE));
    Match second = match(List.of(ONE, TWO));
    Basket basket = Basket.of(first);
    basket.add(first, List.of(step(second), step(match(List.of(TWO, THREE), FOUR))));

    assertThat(basket.takeBack(FOUR.at())).isFalse();
    assertThat(basket.inOrder()).containsExactly(ONE, TWO, THREE, FOUR);
    assertThat(basket.takeBack(THREE.at())).isTrue();
    assertThat(basket.inOrder()).containsExactly(ONE, TWO);

    basket.add(second, List.of(step(match(List.of(TWO, FOUR)))));
    assertThat(basket.inOrder()).containsExactly(ONE, TWO, FOUR);
  }

  @Test
  void whatReadOtherwiseReadsAsBeforeWhenItIsTakenBack() {
    TimelineEvent otherwise = read(TWO, "another incident");
    Match first = match(List.of(ONE, TWO));
    Basket basket = Basket.of(first);
    basket.add(first, List.of(step(match(List.of(otherwise, THREE)))));
    assertThat(basket.inOrder()).containsExactly(ONE, otherwise, THREE);

    basket.takeBack(THREE.at());

    assertThat(basket.inOrder()).containsExactly(ONE, TWO);
  }

  @Test
  void whatWasToldBeforeIsTakenBackWithTheStepsThatItWasAddedAfter() {
    Match first = match(List.of(TWO));
    Basket basket = Basket.of(first);
    basket.add(first, List.of(step(match(List.of(TWO, THREE)))));
    basket.add(match(List.of(ONE, THREE)));

    basket.takeBack(THREE.at());

    assertThat(basket.inOrder()).containsExactly(TWO);
  }

  private static TimelineEvent read(TimelineEvent event, String incident) {
    return new TimelineEvent(
        event.sent(),
        event.type(),
        event.level(),
        event.voided(),
        event.corrections(),
        event.released(),
        event.echo(),
        event.stands(),
        incident,
        event.originFamily(),
        event.concern());
  }

  @Test
  void itIsNamedAfterTheFirstThatWasCounted() {
    assertThat(match(List.of(TWO, THREE), ONE).first()).isEqualTo("two");
  }

  @Test
  void whereNothingWasCountedTheFirstSupportNamesIt() {
    assertThat(match(List.of(), TWO, ONE).first()).isEqualTo("one");
  }

  @Test
  void whatWasHeardTheTimeBeforeIsNoNewsEither() {
    Standing.Told once = new Standing.Told(step(match(List.of(ONE, TWO))), null);
    Standing.Told twice = new Standing.Told(step(match(List.of(THREE))), once.step());

    assertThat(once.isNewTo(match(List.of(TWO, THREE, FOUR)), 2)).isTrue();
    assertThat(twice.isNewTo(match(List.of(TWO, THREE, FOUR)), 2)).isFalse();
    assertThat(twice.isNewTo(match(List.of(TWO, THREE, FOUR)), 1)).isTrue();
  }

  @Test
  void whatIsShownTwiceOfOneIncidentIsOneIncidentOfNews() {
    Standing.Told once = new Standing.Told(step(match(List.of(ONE))), null);
    TimelineEvent more = read(FOUR, THREE.incident());

    assertThat(once.isNewTo(match(List.of(THREE, more)), 2)).isFalse();
    assertThat(once.isNewTo(match(List.of(THREE, FOUR)), 2)).isTrue();
  }
}
