package org.safeguardinghub.notifier.delivery;

import java.time.Instant;

/**
 * What follows from an answer: the state that the delivery is in from now on, and the outcome to
 * tell.
 */
public record Step(DeliveryState next, Outcome outcome) {
  /**
   * Decides what follows.
   *
   * @param realTime what retries are counted in: a story's clock may leap or stand still
   * @param hubTime what people read
   * @param chance from 0 (inclusive) to 1 (exclusive)
   */
  public static Step after(
      Attempt attempt,
      Answer answer,
      RetrySchedule schedule,
      Instant realTime,
      Instant hubTime,
      double chance) {
    DeliveryState next =
        switch (answer) {
          case Answer.Accepted _ -> new DeliveryState.Delivered();
          case Answer.Refused _ -> channelFailed(attempt, realTime);
          case Answer.TryAgain _, Answer.HandedOver _ when schedule.isLast(attempt) ->
              channelFailed(attempt, realTime);
          case Answer.TryAgain _ ->
              new DeliveryState.Waiting(
                  realTime.plus(schedule.waitAfter(attempt.onChannel(), chance)));
          case Answer.HandedOver _ ->
              new DeliveryState.Waiting(
                  realTime.plus(schedule.waitForProvider(attempt.onChannel(), chance)));
        };
    return new Step(next, outcome(attempt, kind(next, answer), answer.code(), hubTime));
  }

  /** The person's next channel is tried at once; after the last there is none. */
  private static DeliveryState channelFailed(Attempt attempt, Instant realTime) {
    return attempt.hasNextChannel()
        ? new DeliveryState.NextChannel(attempt.notification().others().getFirst(), realTime)
        : new DeliveryState.Undeliverable();
  }

  private static Outcome.Kind kind(DeliveryState next, Answer answer) {
    return switch (next) {
      case DeliveryState.Waiting _ when answer instanceof Answer.HandedOver ->
          Outcome.Kind.HANDED_OVER;
      case DeliveryState.Waiting _ -> Outcome.Kind.FAILED_WILL_RETRY;
      case DeliveryState.NextChannel _ -> Outcome.Kind.NEXT_CHANNEL;
      case DeliveryState.Delivered _ -> Outcome.Kind.DELIVERED;
      case DeliveryState.Undeliverable _ -> Outcome.Kind.UNDELIVERABLE;
    };
  }

  private static Outcome outcome(Attempt attempt, Outcome.Kind kind, String code, Instant at) {
    Notification about = attempt.notification();
    return new Outcome(
        about.id(),
        about.alertId(),
        about.personId(),
        about.channel(),
        kind,
        attempt.number(),
        code,
        at);
  }
}
