package org.safeguardinghub.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;
import static org.safeguardinghub.notifier.delivery.Fixtures.STORY;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepTest {
  private static final RetrySchedule SCHEDULE =
      new RetrySchedule(Duration.ofSeconds(2), Duration.ofSeconds(60), 4, 2);

  @Test
  void acceptedIsDeliveredWithTheHubsTime() {
    Step step = after(3, new Answer.Accepted("smtp-250"));

    assertThat(step.next()).isEqualTo(new DeliveryState.Delivered());
    assertThat(step.outcome())
        .isEqualTo(
            new Outcome(
                "n7",
                "alert-of-n7",
                "p2",
                Channel.EMAIL,
                Outcome.Kind.DELIVERED,
                3,
                "smtp-250",
                STORY));
  }

  @Test
  void refusedIsUndeliverableAtOnce() {
    Step step = after(1, new Answer.Refused("no-contact"));

    assertThat(step.next()).isEqualTo(new DeliveryState.Undeliverable());
    assertThat(step.outcome().kind()).isEqualTo(Outcome.Kind.UNDELIVERABLE);
    assertThat(step.outcome().providerCode()).isEqualTo("no-contact");
  }

  @Test
  void aFailureWaitsInRealTimeAndTheLastOneIsFinal() {
    Step third = after(3, new Answer.TryAgain("timeout"));
    Step fourth = after(4, new Answer.TryAgain("timeout"));

    assertThat(third.next()).isEqualTo(new DeliveryState.Waiting(NOON.plusMillis(4000 + 2000)));
    assertThat(third.outcome().kind()).isEqualTo(Outcome.Kind.FAILED_WILL_RETRY);
    assertThat(fourth.next()).isEqualTo(new DeliveryState.Undeliverable());
    assertThat(fourth.outcome().kind()).isEqualTo(Outcome.Kind.UNDELIVERABLE);
  }

  @Test
  void aChannelThatFailsGivesWayToTheNextAtOnceWithAKeyOfItsOwn() {
    Notification both = Fixtures.over("n7", "p2", Channel.EMAIL, Channel.TEXT);

    Step refused = after(new Attempt(both, 1), new Answer.Refused("smtp-550"));
    Step first = after(new Attempt(both, 1), new Answer.TryAgain("timeout"));
    Step second = after(new Attempt(both, 2), new Answer.TryAgain("timeout"));

    assertThat(refused.next()).isEqualTo(new DeliveryState.NextChannel(Channel.TEXT, NOON));
    assertThat(refused.outcome().kind()).isEqualTo(Outcome.Kind.NEXT_CHANNEL);
    assertThat(refused.outcome().channel()).isEqualTo(Channel.EMAIL);
    assertThat(first.next()).isInstanceOf(DeliveryState.Waiting.class);
    assertThat(second.next()).isEqualTo(new DeliveryState.NextChannel(Channel.TEXT, NOON));
    assertThat(both.key()).isEqualTo("n7-email");
    assertThat(Fixtures.over("n7", "p2", Channel.TEXT).key()).isEqualTo("n7-text");
  }

  @Test
  void theLastChannelHasAllAttemptsAndThenNothingIsLeft() {
    Notification last = Fixtures.over("n7", "p2", Channel.TEXT);

    Step third = after(new Attempt(last, 5, 3), new Answer.TryAgain("timeout"));
    Step fourth = after(new Attempt(last, 6, 4), new Answer.TryAgain("timeout"));

    assertThat(third.next()).isEqualTo(new DeliveryState.Waiting(NOON.plusMillis(4000 + 2000)));
    assertThat(fourth.next()).isEqualTo(new DeliveryState.Undeliverable());
    assertThat(fourth.outcome().attempt()).isEqualTo(6);
  }

  @Test
  void whatAProviderNeverKnowsHasNotWorked() {
    Notification both = Fixtures.over("n7", "p2", Channel.TEXT, Channel.EMAIL);

    Step first = after(new Attempt(both, 1), new Answer.HandedOver("notify-sending"));
    Step second = after(new Attempt(both, 2), new Answer.HandedOver("notify-sending"));

    assertThat(first.next())
        .as("asked at a slower pace")
        .isEqualTo(new DeliveryState.Waiting(NOON.plusMillis(16_000 + 8_000)));
    assertThat(first.outcome().kind()).isEqualTo(Outcome.Kind.HANDED_OVER);
    assertThat(second.next()).isEqualTo(new DeliveryState.NextChannel(Channel.EMAIL, NOON));
    assertThat(second.outcome().kind()).isEqualTo(Outcome.Kind.NEXT_CHANNEL);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.0, 1000",
    "1, 0.5, 1500",
    "2, 0.0, 2000",
    "5, 0.0, 16000",
    "6, 0.0, 30000",
    "6, 0.999999, 59999",
    "40, 0.0, 30000",
    "2000000000, 0.0, 30000"
  })
  void waitsDoubleToTheCapAndHalfOfEachIsChance(int attempt, double chance, long millis) {
    assertThat(SCHEDULE.waitAfter(attempt, chance)).isEqualTo(Duration.ofMillis(millis));
  }

  private static Step after(int number, Answer answer) {
    return after(new Attempt(Fixtures.mail("n7", "p2"), number), answer);
  }

  private static Step after(Attempt attempt, Answer answer) {
    return Step.after(attempt, answer, SCHEDULE, NOON, STORY, 0.5);
  }
}
