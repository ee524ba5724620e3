package org.safeguardinghub.deploy.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.codec.EntryCodec;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

final class InventedLogTest {
  private final HubKeys keys = HubKeys.generate();
  private final InventedLog log =
      new InventedLog(
          AvroSerdes.of(java.util.Map.of("schema.registry.url", "mock://invented")), keys);
  private final InventedChildren invented = new InventedChildren(EventCatalogue.load(), 7);

  @Test
  void whatIsReadFromTheLogIsWhatTheRulesAloneEvaluate() {
    EntryCodec codec = new EntryCodec(keys);
    for (InventedChildren.Child child : invented.next(5, 40)) {
      for (AttributedEvent event : child.events()) {
        var record = log.record(new InventedLog.Logged(child.subject(), event)).value();

        assertThat(EntryCodec.subject(record)).isEqualTo(child.subject());
        assertThat(record.getLoggedAt()).isEqualTo(event.receivedAt());
        assertThat(codec.entry(record)).contains(new TimelineEntry.Event(named(child, event)));
      }
    }
  }

  /** An event of the child's own names nobody when it is invented; on the log it is the child's. */
  private static AttributedEvent named(InventedChildren.Child child, AttributedEvent event) {
    AttributedEvent.Whose whose = event.whose();
    return whose.context()
        ? event
        : event.of(
            new AttributedEvent.Whose(
                whose.personRef(),
                whose.identityConfirmed(),
                Set.of(child.subject().ref()),
                false));
  }

  @Test
  void allRecordsOfAChildStandInOnePartition() {
    for (InventedChildren.Child child : invented.next(20, 10)) {
      assertThat(child.events())
          .extracting(
              event -> log.record(new InventedLog.Logged(child.subject(), event)).partition())
          .containsOnly(
              org.safeguardinghub.kernel.topics.SubjectEventKey.partition(
                  child.subject().typed(), Topics.SUBJECT_PARTITIONS));
    }
  }
}
