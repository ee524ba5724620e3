package org.safeguardinghub.risk.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.Histories;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * An evaluation that is turned from one set of left out events to another comes to what one made
 * anew comes to. {@code -Dlaw.seeds=N} tries more.
 */
final class TurnedEvaluationTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final Policy POLICY = PolicyFile.shipped(CATALOGUE);
  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
  private static final int TURNS = 8;

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("law.seeds", 15));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itComesToWhatOneMadeAnewComesTo(int seed) {
    Random random = new Random(seed);
    List<TimelineEntry> entries = Histories.of(seed);
    for (SubjectRef subject : Histories.subjects()) {
      Timeline whole = Timeline.of(subject, entries, CATALOGUE);
      for (Pattern pattern : POLICY.patterns()) {
        if (pattern.scopes().contains(subject.scope())) {
          turns(POLICY.only(pattern.id()), pattern, whole, random);
        }
      }
    }
  }

  private static void turns(Policy policy, Pattern pattern, Timeline whole, Random random) {
    Evaluation evaluation = Evaluation.drafted(policy, whole, END);
    for (int turn = 0; turn < TURNS; turn++) {
      Set<String> out = some(whole.events(), random);
      Timeline rest = whole.without(out);
      if (evaluation.turnTo(rest)) {
        Evaluation anew = Evaluation.drafted(policy, rest, END);
        List<Draft> expected = anew.drafts(pattern.id());
        List<Draft> drafts = evaluation.drafts(pattern.id());
        String what = whole.subject().typed() + ' ' + pattern.id() + " without " + out;
        assertThat(drafts).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < drafts.size(); i++) {
          assertThat(drafts.get(i).sameAs(expected.get(i))).as(what).isTrue();
        }
      } else {
        evaluation = Evaluation.drafted(policy, rest, END);
      }
    }
  }

  /** Mostly one or a few, now and then many. */
  private static Set<String> some(List<TimelineEvent> events, Random random) {
    List<String> ids = new ArrayList<>();
    events.forEach(event -> ids.add(event.id()));
    Set<String> some = new HashSet<>();
    int count = random.nextInt(4) == 0 ? ids.size() * 2 / 3 : random.nextInt(4);
    while (!ids.isEmpty() && some.size() < count) {
      some.add(ids.remove(random.nextInt(ids.size())));
    }
    return some;
  }
}
