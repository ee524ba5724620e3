package org.safeguardinghub.connectors.intake.resubmit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.fakes.InMemoryReceipts;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.fakes.RecordingSender;
import org.safeguardinghub.connectors.intake.fakes.Senders;
import org.safeguardinghub.connectors.intake.receipt.NewReceipt;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.quarantine.QuarantineSeal;
import org.safeguardinghub.kernel.sealing.HubKeys;

final class ResubmittingTest {
  private static final HubKeys KEYS = HubKeys.generate();

  private final InMemoryReceipts store = new InMemoryReceipts();
  private final RecordingSender sender = new RecordingSender();
  private final InstantSource clock = InstantSource.fixed(Messages.NOW);
  private final Intake intake =
      Intake.of("connector-test", KEYS, store, sender, Runnable::run, clock);
  private final Asked orders = new Asked();
  private final Resubmitting desk = new Resubmitting(orders, intake, Senders.all(), KEYS, clock);

  @Test
  void whatIsPutRightGoesThroughTheIntakeWithItsOrigin() {
    NewReceipt refused = refused(Messages.concern().put("type", "EDU-NEG-1"), Optional.empty());
    ask(refused, Messages.concern());
    assertThat(desk.work()).isEqualTo(1);
    NewReceipt again = store.all().getLast();
    assertThat(again.origin()).hasValue(refused.receiptId());
    assertThat(again.refusal()).isEmpty();
    assertThat(orders.came).containsExactly("accepted " + again.receiptId());
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(1);
  }

  @Test
  void aCrashBeforeTheDeskKnowsOfItChangesNothing() {
    NewReceipt refused = refused(Messages.concern().put("type", "EDU-NEG-1"), Optional.empty());
    ask(refused, Messages.concern());
    ask(refused, Messages.concern());
    assertThat(desk.work()).isEqualTo(2);
    assertThat(orders.came.get(1)).isEqualTo(orders.came.get(0));
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(1);
  }

  @Test
  void anotherFaultIsANewRecordAndTheSameFaultIsTheOld() {
    ObjectNode faulty = Messages.concern().put("type", "EDU-NEG-1");
    NewReceipt refused = refused(faulty, Optional.empty());
    ask(refused, faulty);
    ask(refused, Messages.concern().put("occurredAt", "2027-03-01T09:15:00Z"));
    desk.work();
    NewReceipt other = store.all().getLast();
    assertThat(other.refusal().orElseThrow().reasonCode()).isEqualTo("IN_FUTURE");
    assertThat(other.origin()).hasValue(refused.receiptId());
    assertThat(orders.came).containsExactly("REFUSED_AGAIN -", "REFUSED " + other.receiptId());
  }

  @Test
  void theSendersKeyStandsForAMissingIdAgain() {
    ObjectNode without = Messages.concern();
    without.remove("eventId");
    NewReceipt refused = refused(without.deepCopy().put("type", "EDU-NEG-1"), Optional.of("key-1"));
    ask(refused, without);
    desk.work();
    assertThat(orders.came.getFirst()).startsWith("accepted ");
    assertThat(
            intake
                .submit(
                    Senders.SCHOOL,
                    Submission.of(without.toString().getBytes(UTF_8), Optional.of("key-1")))
                .receiptId())
        .isEqualTo(store.all().getLast().receiptId());
  }

  @Test
  void whatCannotBeOpenedIsSaidAndNotTriedForEver() {
    NewReceipt refused = refused(Messages.concern().put("type", "EDU-NEG-1"), Optional.empty());
    orders.waiting.add(
        new Orders.Order(
            "f-1",
            refused.receiptId(),
            refused.feed(),
            false,
            QuarantineSeal.fixed(HubKeys.generate(), "f-1", new byte[] {1}),
            Optional.empty()));
    assertThat(desk.work()).isEqualTo(1);
    assertThat(orders.came).containsExactly("IMPOSSIBLE -");
  }

  @Test
  void theClassOfARefusedMessageIsTheStrictestThatCanBeTold() {
    assertThat(handling(Messages.concern().put("occurredAt", "never"))).hasValue(HandlingClass.H1);
    ObjectNode said = Messages.concern().put("occurredAt", "never");
    said.putObject("handling").put("class", "H3");
    assertThat(handling(said)).hasValue(HandlingClass.H3);
    ObjectNode hidden = Messages.concern().put("occurredAt", "never");
    hidden.putObject("attributes").put("sFlag", true);
    assertThat(handling(hidden)).hasValue(HandlingClass.H4);
    ObjectNode misspelt = Messages.concern().put("occurredAt", "never");
    misspelt.putObject("handling").put("class", "H-3");
    assertThat(handling(misspelt)).isEmpty();
    assertThat(handling(Messages.concern().put("type", "EDU-NEG-1"))).isEmpty();
  }

  @Test
  void contentsAreKeptForNinetyDays() {
    desk.expire();
    assertThat(orders.expired).isEqualTo(Instant.parse("2025-12-02T10:00:00Z"));
  }

  private Optional<HandlingClass> handling(ObjectNode message) {
    return refused(message, Optional.empty()).kept().orElseThrow().handling();
  }

  private NewReceipt refused(ObjectNode message, Optional<String> key) {
    Result result =
        intake.submit(Senders.SCHOOL, Submission.of(message.toString().getBytes(UTF_8), key));
    assertThat(result).isInstanceOf(Result.Refused.class);
    return store.all().getLast();
  }

  private void ask(NewReceipt refused, ObjectNode message) {
    String fixId = "f-" + orders.waiting.size();
    orders.waiting.add(
        new Orders.Order(
            fixId,
            refused.receiptId(),
            refused.feed(),
            false,
            QuarantineSeal.fixed(KEYS, fixId, message.toString().getBytes(UTF_8)),
            refused.kept().flatMap(NewReceipt.Kept::key)));
  }

  /** What was asked, in order, and what came of it. */
  private static final class Asked implements Orders {
    final Deque<Order> waiting = new ArrayDeque<>();
    final List<String> came = new ArrayList<>();
    Instant expired = Instant.MIN;

    @Override
    public Optional<Order> next() {
      return Optional.ofNullable(waiting.peek());
    }

    @Override
    public void accepted(Order order, String receiptId) {
      waiting.remove();
      came.add("accepted " + receiptId);
    }

    @Override
    public void refused(Order order, Fix.Outcome outcome, Optional<String> receiptId) {
      waiting.remove();
      came.add(outcome + " " + receiptId.orElse("-"));
    }

    @Override
    public int expire(Instant receivedBefore) {
      expired = receivedBefore;
      return 0;
    }
  }
}
