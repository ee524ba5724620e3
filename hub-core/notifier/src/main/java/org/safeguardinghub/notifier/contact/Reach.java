package org.safeguardinghub.notifier.contact;

import org.safeguardinghub.notifier.delivery.Answer;

/** Whether and where a person can be reached at this moment. */
public sealed interface Reach<T> {
  /** Here, in clear, for the moment of sending. */
  record At<T>(T point) implements Reach<T> {}

  /** Not: the answer to record without having tried. */
  record Nowhere<T>(Answer answer) implements Reach<T> {}
}
