package org.safeguardinghub.notifier.delivery;

/**
 * One attempt that this process has claimed. The number also fences: an answer is recorded only
 * while no later attempt has begun.
 *
 * @param number from 1
 */
public record Attempt(Notification notification, int number) {
  public Attempt {
    if (number < 1) {
      throw new IllegalArgumentException("attempts are counted from 1");
    }
  }
}
