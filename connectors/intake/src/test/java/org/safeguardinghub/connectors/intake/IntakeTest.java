package org.safeguardinghub.connectors.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.intake.fakes.InMemoryReceipts;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.fakes.RecordingSender;
import org.safeguardinghub.connectors.intake.fakes.Senders;
import org.safeguardinghub.connectors.intake.publish.RecordSender.Outgoing;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.schemas.CheckStep;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.IntakeRefusedRecord;

final class IntakeTest {
  private static final HubKeys KEYS = HubKeys.generate();

  private final InMemoryReceipts store = new InMemoryReceipts();
  private final RecordingSender sender = new RecordingSender();
  private final Intake intake =
      Intake.of(
          "connector-test", KEYS, store, sender, Runnable::run, InstantSource.fixed(Messages.NOW));

  @Test
  void acceptedConcernIsAnnouncedAndThenPublishedWithTheFeedsCredential() {
    Result.Accepted accepted = accepted(submit(Messages.concern()));
    assertThat(accepted.firstTime()).isTrue();
    assertThat(accepted.published()).isTrue();
    assertThat(accepted.eventId()).isEqualTo(Messages.EVENT_ID);
    assertThat(sender.sent().stream().map(record -> record.topic().name()))
        .containsExactly("dispositions.v1", "concerns.thistledown-primary.v1");
    assertThat(sender.sent().get(0).feed()).isEmpty();
    assertThat(sender.sent().get(0).key()).isEqualTo(accepted.receiptId() + ".0");
    assertThat(sender.sent().get(1).feed()).hasValue("thistledown-primary");
    assertThat(store.published(accepted.receiptId())).isTrue();
  }

  @Test
  void repeatGetsTheFirstReceiptAndIsNotPublishedAgain() {
    Result.Accepted first = accepted(submit(Messages.concern()));
    ObjectNode otherOrder = Messages.tree("{\"legalGateway\": \"CA2004-S16LA\"}");
    otherOrder.setAll(Messages.concern());
    Result.Accepted again = accepted(submit(otherOrder));
    assertThat(again.firstTime()).isFalse();
    assertThat(again.receiptId()).isEqualTo(first.receiptId());
    assertThat(sender.sent()).hasSize(2);
  }

  @Test
  void sameIdWithOtherContentIsRefused() {
    submit(Messages.concern());
    Result.Refused refused =
        refused(submit(Messages.concern().put("narrative", "Something else.")));
    assertThat(refused.refusal().reasonCode()).isEqualTo("ID_REUSED");
    assertThat(sender.on("intake-refused.v1")).hasSize(1);
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(1);
  }

  @Test
  void oneBatchMayHoldARepeatAndAReuse() {
    List<Result> results =
        intake.submitAll(
            Senders.SCHOOL,
            List.of(
                Messages.submission(Messages.concern()),
                Messages.submission(Messages.concern()),
                Messages.submission(Messages.concern().put("countable", false)),
                Submission.of("{".getBytes(UTF_8))));
    assertThat(accepted(results.get(0)).firstTime()).isTrue();
    assertThat(accepted(results.get(1)).firstTime()).isFalse();
    assertThat(refused(results.get(2)).refusal().reasonCode()).isEqualTo("ID_REUSED");
    assertThat(refused(results.get(3)).refusal().reasonCode()).isEqualTo("MALFORMED_JSON");
    assertThat(sender.on("dispositions.v1")).hasSize(3);
  }

  @Test
  void idempotencyKeyStandsForAMissingIdAndMayNotBeUsedTwice() {
    ObjectNode message = Messages.concern();
    message.remove("eventId");
    Result.Accepted first = accepted(submit(message, "key-1"));
    assertThat(accepted(submit(message, "key-1")).receiptId()).isEqualTo(first.receiptId());
    assertThat(refused(submit(message.put("countable", false), "key-1")).refusal().reasonCode())
        .isEqualTo("KEY_REUSED");
    ObjectNode withId = Messages.concern();
    assertThat(refused(submit(withId, "key-1")).refusal().reasonCode()).isEqualTo("KEY_REUSED");
  }

  @Test
  void recordIdGivesAnEventIdThatDiffersByFeed() {
    ObjectNode school = Messages.concern().put("sourceRecordId", "record-12");
    school.remove("eventId");
    ObjectNode police = school.deepCopy().put("type", "POL-DA-01");
    String first = accepted(submit(school)).eventId();
    String other = accepted(intake.submit(Senders.POLICE, Messages.submission(police))).eventId();
    assertThat(first)
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isNotEqualTo(other);
    assertThat(accepted(submit(school)).eventId()).isEqualTo(first);
  }

  @Test
  void sameEventIdOfTwoFeedsAreTwoEvents() {
    submit(Messages.concern());
    Result.Accepted police =
        accepted(
            intake.submit(
                Senders.POLICE, Messages.submission(Messages.concern().put("type", "POL-DA-01"))));
    assertThat(police.firstTime()).isTrue();
  }

  @Test
  void aRecordOfWhichNoMessageCouldBeMadeHasOneReceiptAndNothingOfItIsKept() {
    Result.Refused first = refused(intake.submit(Senders.SCHOOL, unmade("mark", "row 12")));
    Result.Refused again = refused(intake.submit(Senders.SCHOOL, unmade("mark", "row 3")));
    Result.Refused other = refused(intake.submit(Senders.SCHOOL, unmade("other", "row 12")));
    assertThat(again.receiptId()).isEqualTo(first.receiptId()).isNotEqualTo(other.receiptId());
    assertThat(sender.on("intake-refused.v1")).hasSize(2);
    IntakeRefusedRecord record =
        (IntakeRefusedRecord) sender.on("intake-refused.v1").getFirst().value();
    assertThat(record.getStep()).isEqualTo(CheckStep.FORM);
    assertThat(record.getPointer()).hasValue("row 12");
    assertThat(record.getPayload()).isEmpty();
  }

  private static Submission unmade(String mark, String place) {
    return Submission.ofRefusedRecord(mark.getBytes(UTF_8), "NO_ID", "fill in No", place);
  }

  @Test
  void refusedMessageIsQuarantinedSealedAndHasOneReceipt() {
    ObjectNode message = Messages.concern().put("type", "EDU-XXX-99");
    Result.Refused refused = refused(submit(message));
    assertThat(refused(submit(message)).receiptId()).isEqualTo(refused.receiptId());
    assertThat(sender.on("intake-refused.v1")).hasSize(1);
    IntakeRefusedRecord record =
        (IntakeRefusedRecord) sender.on("intake-refused.v1").getFirst().value();
    assertThat(record.getReasonCode()).isEqualTo("UNKNOWN_TYPE");
    assertThat(record.getPayload()).isPresent();
    DispositionRecord disposition =
        (DispositionRecord) sender.on("dispositions.v1").getFirst().value();
    assertThat(disposition.getFate()).isEqualTo(Fate.REFUSED);
    assertThat(sender.on("dispositions.v1").getFirst().key()).isEqualTo(refused.receiptId() + ".0");
  }

  @Test
  void whileTheBrokerIsAwayMessagesAreRecordedAndTheSweepPublishesThem() {
    sender.failAfter(0);
    Result.Accepted accepted = accepted(submit(Messages.concern()));
    assertThat(accepted.published()).isFalse();
    assertThat(sender.sent()).isEmpty();
    sender.comeBack();
    assertThat(intake.outgoing().sweep(Duration.ZERO)).isEqualTo(1);
    assertThat(sender.sent()).hasSize(2);
    assertThat(store.published(accepted.receiptId())).isTrue();
    assertThat(intake.outgoing().sweep(Duration.ZERO)).isZero();
  }

  @Test
  void whatWasAnnouncedIsNotAnnouncedAgain() {
    sender.failAfter(1);
    submit(Messages.concern());
    sender.comeBack();
    intake.outgoing().sweep(Duration.ZERO);
    assertThat(sender.sent().stream().map(record -> record.topic().name()))
        .containsExactly("dispositions.v1", "concerns.thistledown-primary.v1");
  }

  @Test
  void sweepPublishesTheSameRecordAsTheFirstAttemptWould() {
    sender.failAfter(0);
    submit(Messages.concern().put("type", "EDU-XXX-99"));
    submit(Messages.concern());
    sender.comeBack();
    intake.outgoing().sweep(Duration.ZERO);
    assertThat(sender.on("intake-refused.v1")).hasSize(1);
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(1);
  }

  @Test
  void withoutTheStoreNothingIsTakenAndNothingSent() {
    store.failAfter(0);
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> submit(Messages.concern()));
    assertThat(sender.sent()).isEmpty();
  }

  @Test
  void storeThatGoesAwayAfterRecordingLosesNothing() {
    store.failAfter(1);
    assertThat(accepted(submit(Messages.concern())).published()).isFalse();
    store.comeBack();
    intake.outgoing().sweep(Duration.ZERO);
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(1);
  }

  @Test
  void otherContentOfAStableRecordSupersedesWhatCameBefore() {
    Result.Accepted first = accepted(stable("hungry"));
    assertThat(accepted(stable("hungry"))).isEqualTo(again(first));
    Result.Accepted second = accepted(stable("thirsty"));
    Result.Accepted third = accepted(stable("hungry")); // changed back
    assertThat(accepted(stable("hungry"))).isEqualTo(again(third));
    List<ConcernRecord> records =
        sender.on("concerns.thistledown-primary.v1").stream()
            .map(record -> (ConcernRecord) record.value())
            .toList();
    assertThat(records)
        .extracting(ConcernRecord::getEventId)
        .containsExactly(first.eventId(), second.eventId(), third.eventId());
    assertThat(records)
        .extracting(ConcernRecord::getSupersedes)
        .containsExactly(
            Optional.empty(), Optional.of(first.eventId()), Optional.of(second.eventId()));
  }

  @Test
  void contentsOfAStableRecordInOneBatchFollowOneAnother() {
    List<Result> results =
        intake.submitAll(
            Senders.SCHOOL, List.of(record("hungry"), record("hungry"), record("thirsty")));
    assertThat(results.stream().map(result -> accepted(result).firstTime()))
        .containsExactly(true, false, true);
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(2);
  }

  @Test
  void aRecordThatBecameStableLaterIsCorrectedToo() {
    ObjectNode message = Messages.concern().put("sourceRecordId", "r1");
    message.remove("eventId");
    Result.Accepted first = accepted(submit(message));
    assertThat(accepted(stable("hungry")).eventId()).isNotEqualTo(first.eventId());
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(2);
  }

  @Test
  void aRefusedCorrectionLeavesTheRecordAsItWas() {
    Result.Accepted first = accepted(stable("hungry"));
    ObjectNode wrong =
        Messages.concern().put("sourceRecordId", "r1").put("occurredAt", "2099-01-01");
    wrong.remove("eventId");
    refused(
        intake.submit(Senders.SCHOOL, Submission.ofStableRecord(wrong.toString().getBytes(UTF_8))));
    assertThat(accepted(stable("hungry"))).isEqualTo(again(first));
  }

  @Test
  void urgentConcernWithoutGatewayIsMarked() {
    ObjectNode urgent = Messages.concern().put("type", "EDU-SEX-01");
    urgent.remove("legalGateway");
    assertThat(accepted(submit(urgent)).gatewayOwed()).isTrue();
  }

  @Test
  void markerIsFoundInClearNowhere() {
    submit(Messages.concern());
    submit(Messages.concern().put("narrative", Messages.MARKER + " again"));
    submit(Messages.concern().put("type", Messages.MARKER));
    submit(Messages.concern().put(Messages.MARKER, Messages.MARKER));
    intake.submit(
        Senders.SCHOOL,
        Submission.of(("{\"" + Messages.MARKER).getBytes(UTF_8), Optional.of(Messages.MARKER)));
    for (Outgoing record : sender.sent()) {
      assertThat(record.key() + record.value()).doesNotContain(Messages.MARKER);
    }
    store.all().forEach(one -> assertThat(one.toString()).doesNotContain(Messages.MARKER));
    assertThat(store.parcels()).isNotEmpty();
    store
        .parcels()
        .forEach(
            parcel ->
                assertThat(new String(parcel.content().ciphertext(), ISO_8859_1))
                    .doesNotContain(Messages.MARKER));
  }

  private Result stable(String narrative) {
    return intake.submit(Senders.SCHOOL, record(narrative));
  }

  private static Submission record(String narrative) {
    ObjectNode message = Messages.concern().put("sourceRecordId", "r1").put("narrative", narrative);
    message.remove("eventId");
    return Submission.ofStableRecord(message.toString().getBytes(UTF_8));
  }

  private static Result.Accepted again(Result.Accepted first) {
    return new Result.Accepted(first.receiptId(), first.eventId(), false, true, false);
  }

  private Result submit(ObjectNode message) {
    return intake.submit(Senders.SCHOOL, Messages.submission(message));
  }

  private Result submit(ObjectNode message, String key) {
    return intake.submit(
        Senders.SCHOOL, Submission.of(message.toString().getBytes(UTF_8), Optional.of(key)));
  }

  private static Result.Accepted accepted(Result result) {
    assertThat(result).isInstanceOf(Result.Accepted.class);
    return (Result.Accepted) result;
  }

  private static Result.Refused refused(Result result) {
    assertThat(result).isInstanceOf(Result.Refused.class);
    return (Result.Refused) result;
  }
}
