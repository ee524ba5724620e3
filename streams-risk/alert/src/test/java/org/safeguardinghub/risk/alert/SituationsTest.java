package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.Histories;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Who reads on knows what somebody knows who reads all of it. */
final class SituationsTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final Policy POLICY = PolicyFile.shipped(CATALOGUE);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void readingOnIsReadingAll(int seed) {
    for (SubjectRef subject : Histories.subjects()) {
      Random random = new Random(seed);
      List<TimelineEntry> arrived = new ArrayList<>();
      List<TimelineEntry> history = new ArrayList<>(Histories.of(seed));
      Collections.shuffle(history, random);
      Situations kept = new Situations(POLICY);
      Timeline grown = Timeline.of(subject, arrived, CATALOGUE);
      for (TimelineEntry entry : history) {
        arrived.add(entry);
        // As a hub does: it grows where it can, and is made anew where it cannot.
        boolean goesOn =
            entry instanceof TimelineEntry.Event(var event) && grown.grow(event).isPresent();
        grown = goesOn ? grown : Timeline.of(subject, arrived, CATALOGUE);
        for (int look = 0; look < 2; look++) {
          Instant moment = somewhere(grown, random);
          assertThat(kept.at(grown, moment))
              .as("%s after %s at %s", subject, entry.key(), moment)
              .isEqualTo(Situations.at(POLICY, grown, moment));
        }
      }
    }
  }

  private static Instant somewhere(Timeline timeline, Random random) {
    List<TimelineEvent> events = timeline.events();
    return events.isEmpty()
        ? Instant.parse("2026-01-01T00:00:00Z")
        : events
            .get(random.nextInt(events.size()))
            .at()
            .plus(Duration.ofHours(random.nextInt(400) - 100L));
  }
}
