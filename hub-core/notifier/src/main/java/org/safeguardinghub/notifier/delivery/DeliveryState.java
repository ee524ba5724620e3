package org.safeguardinghub.notifier.delivery;

import java.time.Instant;

/** Where a delivery stands. Delivered and undeliverable are final. */
public sealed interface DeliveryState {
  /** To be sent at or after a time. */
  record Waiting(Instant nextAttemptAt) implements DeliveryState {}

  /** The channel does not work: the next one, from its first attempt on. */
  record NextChannel(Channel channel, Instant nextAttemptAt) implements DeliveryState {}

  record Delivered() implements DeliveryState {}

  record Undeliverable() implements DeliveryState {}
}
