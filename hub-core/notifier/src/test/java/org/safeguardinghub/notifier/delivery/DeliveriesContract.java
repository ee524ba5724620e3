package org.safeguardinghub.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;
import static org.safeguardinghub.notifier.delivery.Fixtures.STORY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of deliveries must do; each store's test implements it. */
public interface DeliveriesContract {
  Duration LEASE = Duration.ofSeconds(50);
  RetrySchedule SCHEDULE = new RetrySchedule(Duration.ofSeconds(4), Duration.ofSeconds(64), 3, 2);

  /** An empty store. */
  Deliveries store();

  @Test
  default void anInstructionThatIsReadTwiceIsOneDelivery() {
    Deliveries store = store();
    store.accept(List.of(Fixtures.mail("n1", "p1")), NOON);
    store.accept(List.of(Fixtures.mail("n1", "p1"), Fixtures.mail("n2", "p1")), NOON);

    assertThat(claimAll(store, NOON))
        .containsExactlyInAnyOrder(
            new Attempt(Fixtures.mail("n1", "p1"), 1), new Attempt(Fixtures.mail("n2", "p1"), 1));
  }

  @Test
  default void whatIsClaimedIsNotClaimedAgainBeforeTheLeaseEnds() {
    Deliveries store = store();
    store.accept(List.of(Fixtures.mail("n1", "p1")), NOON);
    claimAll(store, NOON);

    assertThat(claimAll(store, NOON.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(claimAll(store, NOON.plus(LEASE)))
        .containsExactly(new Attempt(Fixtures.mail("n1", "p1"), 2));
  }

  @Test
  default void whatWasDeliveredIsNeverClaimedAgainHoweverOftenItIsRead() {
    Deliveries store = store();
    store.accept(List.of(Fixtures.mail("n1", "p1")), NOON);
    settle(store, claimAll(store, NOON).getFirst(), new Answer.Accepted("smtp-250"));
    store.accept(List.of(Fixtures.mail("n1", "p1")), NOON.plusSeconds(1));

    assertThat(claimAll(store, NOON.plus(Duration.ofDays(400)))).isEmpty();
  }

  @Test
  default void aFailedAttemptIsDueAgainAfterItsWait() {
    Deliveries store = store();
    store.accept(List.of(Fixtures.webhook("n1", "p1")), NOON);
    settle(store, claimAll(store, NOON).getFirst(), new Answer.TryAgain("http-503"));

    assertThat(claimAll(store, NOON.plusMillis(1999))).isEmpty();
    assertThat(claimAll(store, NOON.plusMillis(2000)))
        .containsExactly(new Attempt(Fixtures.webhook("n1", "p1"), 2));
  }

  @Test
  default void anAnswerThatComesAfterTheNextAttemptBeganIsNotRecorded() {
    Deliveries store = store();
    store.accept(List.of(Fixtures.mail("n1", "p1")), NOON);
    Attempt first = claimAll(store, NOON).getFirst();
    Attempt second = claimAll(store, NOON.plus(LEASE)).getFirst();

    assertThat(settle(store, first, new Answer.Accepted("smtp-250"))).isFalse();
    assertThat(settle(store, second, new Answer.Accepted("smtp-250"))).isTrue();
    assertThat(settle(store, second, new Answer.Accepted("smtp-250"))).isFalse();
    assertThat(told(store, 10)).extracting(Outcome::attempt).containsExactly(2);
  }

  @Test
  default void aLongQueueOfOneReceiverHidesNobodyElse() {
    Deliveries store = store();
    for (int i = 0; i < 30; i++) {
      store.accept(List.of(Fixtures.webhook("slow-" + i, "p-slow")), NOON);
    }
    store.accept(List.of(Fixtures.webhook("quick", "p-quick")), NOON.plusSeconds(1));
    Deliveries.Claim claim =
        new Deliveries.Claim(
            Map.of(Channel.WEBHOOK, 10),
            2,
            Map.of("WEBHOOK/p-slow", 1, "EMAIL/p-quick", 2),
            Set.of(),
            LEASE);

    assertThat(store.claim(claim, NOON.plusSeconds(2)))
        .extracting(attempt -> attempt.notification().personId())
        .containsExactlyInAnyOrder("p-slow", "p-quick");
  }

  @Test
  default void noMoreIsClaimedThanAChannelHasRoomForAndNothingThatIsInHand() {
    Deliveries store = store();
    store.accept(
        List.of(
            Fixtures.mail("n1", "p1"),
            Fixtures.mail("n2", "p2"),
            Fixtures.mail("n3", "p3"),
            Fixtures.webhook("n4", "p1")),
        NOON);
    Deliveries.Claim claim =
        new Deliveries.Claim(
            Map.of(Channel.EMAIL, 1, Channel.WEBHOOK, 0), 1, Map.of(), Set.of("n1", "n2"), LEASE);

    assertThat(store.claim(claim, NOON)).containsExactly(new Attempt(Fixtures.mail("n3", "p3"), 1));
  }

  @Test
  default void outcomesAreToldInOrderAndOnceAndAgainIfTellingFailed() {
    Deliveries store = store();
    store.accept(List.of(Fixtures.mail("n1", "p1")), NOON);
    settle(store, claimAll(store, NOON).getFirst(), new Answer.TryAgain("smtp-421"));
    settle(store, claimAll(store, NOON.plusSeconds(9)).getFirst(), new Answer.Refused("smtp-550"));

    assertThatThrownBy(
            () ->
                store.tellOutcomes(
                    10,
                    _ -> {
                      throw new IllegalStateException("the broker is away");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(told(store, 1))
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.FAILED_WILL_RETRY);
    assertThat(told(store, 10))
        .containsExactly(
            new Outcome(
                "n1",
                "alert-of-n1",
                "p1",
                Channel.EMAIL,
                Outcome.Kind.UNDELIVERABLE,
                2,
                "smtp-550",
                STORY));
    assertThat(told(store, 10)).isEmpty();
  }

  @Test
  default void theNextChannelIsDueAtOnceUnderTheSameIdWithAttemptsOfItsOwn() {
    Deliveries store = store();
    store.accept(
        List.of(Fixtures.over("n1", "p1", Channel.EMAIL, Channel.TEXT, Channel.WEBHOOK)), NOON);
    settle(store, claimAll(store, NOON).getFirst(), new Answer.Refused("smtp-550"));

    Notification byText = Fixtures.over("n1", "p1", Channel.TEXT, Channel.WEBHOOK);
    assertThat(claimAll(store, NOON)).containsExactly(new Attempt(byText, 2, 1));
    settle(store, new Attempt(byText, 2, 1), new Answer.TryAgain("notify-500"));
    Instant later = NOON.plusSeconds(2);
    assertThat(claimAll(store, later)).containsExactly(new Attempt(byText, 3, 2));
    settle(store, new Attempt(byText, 3, 2), new Answer.TryAgain("notify-500"));

    Attempt last = claimAll(store, later).getFirst();
    assertThat(last).isEqualTo(new Attempt(Fixtures.webhook("n1", "p1"), 4, 1));
    settle(store, last, new Answer.Accepted("http-200"));
    assertThat(claimAll(store, NOON.plus(Duration.ofDays(400)))).isEmpty();
    assertThat(told(store, 10))
        .extracting(Outcome::kind, Outcome::channel, Outcome::attempt)
        .containsExactly(
            tuple(Outcome.Kind.NEXT_CHANNEL, Channel.EMAIL, 1),
            tuple(Outcome.Kind.FAILED_WILL_RETRY, Channel.TEXT, 2),
            tuple(Outcome.Kind.NEXT_CHANNEL, Channel.TEXT, 3),
            tuple(Outcome.Kind.DELIVERED, Channel.WEBHOOK, 4));
  }

  @Test
  default void anUnreadableRecordMayBeSetAsideTwice() {
    Deliveries store = store();
    Deliveries.Unreadable record = new Deliveries.Unreadable("notifications.v1", 1, 77);
    store.quarantine(record, NOON);
    store.quarantine(record, NOON.plusSeconds(5));

    assertThat(claimAll(store, NOON)).isEmpty();
  }

  private static List<Attempt> claimAll(Deliveries store, Instant now) {
    return store.claim(
        new Deliveries.Claim(
            Map.of(Channel.EMAIL, 50, Channel.WEBHOOK, 50, Channel.TEXT, 50),
            50,
            Map.of(),
            Set.of(),
            LEASE),
        now);
  }

  private static boolean settle(Deliveries store, Attempt attempt, Answer answer) {
    return store.record(attempt, Step.after(attempt, answer, SCHEDULE, NOON, STORY, 0));
  }

  private static List<Outcome> told(Deliveries store, int most) {
    List<Outcome> told = new ArrayList<>();
    store.tellOutcomes(most, told::addAll);
    return told;
  }
}
