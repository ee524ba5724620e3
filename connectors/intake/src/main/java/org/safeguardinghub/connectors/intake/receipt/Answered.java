package org.safeguardinghub.connectors.intake.receipt;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the person who is responsible for an alert decided. Who it was and for which reason is not
 * the sender's to know and never comes here.
 *
 * @param at when; only for telling which answer is the newest
 */
public record Answered(Answer answer, Instant at) {
  /** By time; two of one moment by name, so that the order of arrival decides nothing. */
  private static final Comparator<Answered> BY_TIME =
      Comparator.comparing(Answered::at).thenComparing(one -> one.answer().name());

  /** The decisions, in the words that a sender reads. */
  public enum Answer {
    ACT("acted on"),
    ALREADY_KNOWN("already known"),
    NOT_RELEVANT("not relevant"),
    WRONG_CHILD("about another child"),
    NEED_MORE("more is needed");

    private final String words;

    Answer(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** The newer of two; none is never newer than one. */
  public static Optional<Answered> newest(Optional<Answered> one, Optional<Answered> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    return BY_TIME.compare(one.get(), other.get()) >= 0 ? one : other;
  }
}
