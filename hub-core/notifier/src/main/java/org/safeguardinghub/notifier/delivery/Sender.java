package org.safeguardinghub.notifier.delivery;

/** One way to reach a receiver. */
public interface Sender {
  /**
   * Sends, blocking until the receiver has answered. An interrupt abandons the attempt: whoever
   * calls sets the deadline.
   */
  Answer send(Notification notification) throws InterruptedException;

  /**
   * Sends what was tried before on this channel. A repeat carries the same key; a sender that can
   * ask its provider by that key asks first.
   */
  default Answer again(Notification notification) throws InterruptedException {
    return send(notification);
  }
}
