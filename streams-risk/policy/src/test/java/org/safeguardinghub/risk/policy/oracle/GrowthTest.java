package org.safeguardinghub.risk.policy.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.risk.policy.evaluate.Evaluation;
import org.safeguardinghub.risk.policy.evaluate.Interests;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * An evaluation that follows each event comes to what one made anew comes to: what a rule says it
 * cannot reach any more, and what it says is settled, is so. The histories are those of the oracle,
 * with more ingredients and over a longer time, so that an event often comes before, within and
 * long before what was found already. {@code -Dlaw.seeds=N} tries more of each.
 */
final class GrowthTest {
  private static final Policy POLICY = PolicyFile.shipped(NaiveSets.CATALOGUE);
  private static final Interests INTERESTS = Interests.of(POLICY, NaiveSets.CATALOGUE);
  private static final int SEEDS = Integer.getInteger("law.seeds", 10);
  private static final int INGREDIENTS = 24;

  static Stream<Tried> tried() {
    return OracleTest.tried();
  }

  @ParameterizedTest
  @MethodSource("tried")
  void inOrderOfReceipt(Tried tried) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<AttributedEvent> events = new ArrayList<>();
      Generated child = history(tried, seed, events);
      events.sort(
          Comparator.comparing(AttributedEvent::receivedAt)
              .thenComparing(AttributedEvent::eventId));
      grows(child, events, seed, true);
    }
  }

  @ParameterizedTest
  @MethodSource("tried")
  void inAnyOrder(Tried tried) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<AttributedEvent> events = new ArrayList<>();
      Generated child = history(tried, seed, events);
      Collections.shuffle(events, new Random(seed));
      grows(child, events, seed, false);
    }
  }

  /** A history without rulings, after which nothing grows. */
  private static Generated history(Tried tried, int seed, List<AttributedEvent> events) {
    Generated child = Children.of(tried.recipe().atMost(INGREDIENTS), seed);
    List<TimelineEntry> others = new ArrayList<>();
    for (TimelineEntry entry : child.entries()) {
      if (entry instanceof TimelineEntry.Event(var event)) {
        events.add(event);
      } else if (!(entry instanceof TimelineEntry.EchoRuling)) {
        others.add(entry);
      }
    }
    return child.with(others);
  }

  private static void grows(
      Generated child, List<AttributedEvent> events, int seed, boolean asReceived) {
    List<TimelineEntry> known = new ArrayList<>(child.entries());
    Instant now = asReceived ? events.getFirst().receivedAt() : child.now();
    Evaluation growing = kept(child, known, now);
    for (AttributedEvent event : events) {
      known.add(new TimelineEntry.Event(event));
      now = asReceived ? event.receivedAt() : now;
      if (growing.grow(List.of(event), now).isEmpty()) {
        growing = kept(child, known, now);
      }
      assertThat(growing.findings())
          .as("seed %s, after %s of %s", seed, event.eventId(), known.size())
          .isEqualTo(anew(child, known, now).findings());
    }
  }

  /** As it is kept: what is in vain is not run. */
  private static Evaluation kept(Generated child, List<TimelineEntry> known, Instant now) {
    Timeline timeline = Timeline.of(child.subject(), known, NaiveSets.CATALOGUE);
    return Evaluation.of(POLICY, INTERESTS, timeline, now);
  }

  private static Evaluation anew(Generated child, List<TimelineEntry> known, Instant now) {
    return Evaluation.of(POLICY, Timeline.of(child.subject(), known, NaiveSets.CATALOGUE), now);
  }
}
