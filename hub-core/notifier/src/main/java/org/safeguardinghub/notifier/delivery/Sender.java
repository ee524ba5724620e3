package org.safeguardinghub.notifier.delivery;

/** One way to reach a receiver. */
public interface Sender {
  /**
   * Sends, blocking until the receiver has answered. An interrupt abandons the attempt: whoever
   * calls sets the deadline.
   */
  Answer send(Notification notification) throws InterruptedException;
}
