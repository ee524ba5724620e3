package org.safeguardinghub.notifier.delivery;

/**
 * One attempt that this process has claimed. The number also fences: an answer is recorded only
 * while no later attempt has begun.
 *
 * @param number from 1, over all channels
 * @param onChannel from 1, on the notification's present channel
 */
public record Attempt(Notification notification, int number, int onChannel) {
  public Attempt {
    if (onChannel < 1 || number < onChannel) {
      throw new IllegalArgumentException("attempts are counted from 1");
    }
  }

  /** An attempt on the first channel. */
  public Attempt(Notification notification, int number) {
    this(notification, number, number);
  }

  /** Whether the person has another channel after this one. */
  public boolean hasNextChannel() {
    return !notification.others().isEmpty();
  }
}
