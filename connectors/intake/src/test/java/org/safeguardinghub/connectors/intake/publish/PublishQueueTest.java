package org.safeguardinghub.connectors.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.fakes.InMemoryReceipts;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.fakes.RecordingSender;
import org.safeguardinghub.connectors.intake.fakes.Senders;
import org.safeguardinghub.kernel.sealing.HubKeys;

/** What is recorded leaves beside those who record, in its order, and never twice. */
final class PublishQueueTest {
  private static final String FEED_TOPIC = "concerns.thistledown-primary.v1";

  private final InMemoryReceipts store = new InMemoryReceipts();
  private final RecordingSender sender = new RecordingSender();
  private final Queue<Runnable> thread = new ArrayDeque<>();
  private final Intake intake =
      Intake.of(
          "connector-test",
          HubKeys.generate(),
          store,
          sender,
          thread::add,
          InstantSource.fixed(Messages.NOW));

  @Test
  void whoeverNeedsNoMoreThanThatItIsRecordedDoesNotWaitForTheBroker() {
    Result.Accepted first = record("a");

    assertThat(first.published()).isFalse();
    assertThat(store.published(first.receiptId())).isFalse();
    assertThat(sender.sent()).isEmpty();
  }

  @Test
  void whatWaitsGoesTogetherAllAnnouncedBeforeAnythingIsPublishedInTheOrderOfRecording() {
    Result.Accepted first = record("a");
    Result.Accepted second = record("b");
    thread.remove().run();

    assertThat(sender.sent().stream().map(record -> record.topic().name()))
        .containsExactly("dispositions.v1", "dispositions.v1", FEED_TOPIC, FEED_TOPIC);
    assertThat(sender.on(FEED_TOPIC).stream().map(RecordSender.Outgoing::receiptId))
        .containsExactly(first.receiptId(), second.receiptId());
    thread.remove().run();
    assertThat(sender.sent()).hasSize(4);
    assertThat(store.published(second.receiptId())).isTrue();
  }

  @Test
  void theSweepLeavesAloneWhatIsAboutToLeave() {
    record("a");

    assertThat(intake.outgoing().sweep(Duration.ZERO)).isZero();
    assertThat(sender.sent()).isEmpty();
    thread.remove().run();
    assertThat(sender.on(FEED_TOPIC)).hasSize(1);
    assertThat(intake.outgoing().sweep(Duration.ZERO)).isZero();
  }

  @Test
  void whatCouldNotLeaveIsTheSweepsAgain() {
    record("a");
    sender.failAfter(0);
    thread.remove().run();
    sender.comeBack();

    assertThat(intake.outgoing().sweep(Duration.ZERO)).isEqualTo(1);
    assertThat(sender.on(FEED_TOPIC)).hasSize(1);
  }

  @Test
  void nothingOfAParcelIsPublishedWhileAPartOfItIsNotAnnounced() {
    String second =
        intake
            .submitAll(Senders.SCHOOL, List.of(submission("a"), submission("b")))
            .getLast()
            .receiptId();
    sender.refuse(one -> one.receiptId().equals(second));
    thread.remove().run();
    assertThat(sender.on(FEED_TOPIC)).isEmpty();
    sender.comeBack();

    intake.outgoing().sweep(Duration.ZERO);

    assertThat(sender.on(FEED_TOPIC)).hasSize(2);
  }

  private Result.Accepted record(String narrative) {
    return (Result.Accepted)
        intake.recordTogether(Senders.SCHOOL, List.of(submission(narrative))).getFirst();
  }

  private static Submission submission(String name) {
    var message = Messages.concern().put("sourceRecordId", name);
    message.remove("eventId");
    return Messages.submission(message);
  }
}
