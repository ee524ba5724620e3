package org.safeguardinghub.risk.alert;

import java.util.Optional;

/**
 * An alert in one of its states. Each state offers only the moves that are legal from it:
 *
 * <pre>
 *   Open ----acknowledge--&gt; Acknowledged --close--&gt; Closed
 *    |  \--withdraw--\         |    \--reopen--&gt; Open
 *    |                \        |withdraw
 *    +--ask again-+    +--&gt; Withdrawn --reopen--&gt; Open &lt;--reopen-- Closed
 * </pre>
 */
public sealed interface Alert {
  Dossier dossier();

  /** The last answer, also one that later reasons have overtaken. */
  Optional<Acknowledgement> answer();

  /** What it waits for: an answer, or the time to look again. */
  Optional<Deadline> due();

  /** The same state with another dossier. */
  Alert with(Dossier next);

  default String id() {
    return dossier().alertId();
  }

  /**
   * Waits for an answer.
   *
   * @param due when it is due; absent on the last rung, where the duty desk keeps it
   * @param answer an earlier answer that does not cover all of its reasons
   */
  record Open(Dossier dossier, Optional<Deadline> due, Optional<Acknowledgement> answer)
      implements Alert {
    @Override
    public Open with(Dossier next) {
      return new Open(next, due, answer);
    }

    Acknowledged acknowledge(Dossier next, Acknowledgement given) {
      return new Acknowledged(next, given, Optional.empty());
    }

    Withdrawn withdraw(Dossier next) {
      return new Withdrawn(next, answer);
    }

    Open askAgain(Dossier next, Optional<Deadline> newDue) {
      return new Open(next, newDue, answer);
    }
  }

  /**
   * Its owner has answered.
   *
   * @param again when it is to ask again, where its owner put it aside
   */
  record Acknowledged(Dossier dossier, Acknowledgement given, Optional<Deadline> again)
      implements Alert {
    @Override
    public Optional<Acknowledgement> answer() {
      return Optional.of(given);
    }

    @Override
    public Optional<Deadline> due() {
      return again;
    }

    @Override
    public Acknowledged with(Dossier next) {
      return new Acknowledged(next, given, again);
    }

    Acknowledged answerAgain(Dossier next, Acknowledgement other) {
      return new Acknowledged(next, other, Optional.empty());
    }

    Acknowledged lookAgain(Dossier next, Deadline at) {
      return new Acknowledged(next, given, Optional.of(at));
    }

    Open reopen(Dossier next, Optional<Deadline> due) {
      return new Open(next, due, answer());
    }

    Withdrawn withdraw(Dossier next) {
      return new Withdrawn(next, answer());
    }

    Closed close(Dossier next) {
      return new Closed(next, answer());
    }
  }

  /** Its last reason lost its evidence. */
  record Withdrawn(Dossier dossier, Optional<Acknowledgement> answer) implements Alert {
    @Override
    public Optional<Deadline> due() {
      return Optional.empty();
    }

    @Override
    public Withdrawn with(Dossier next) {
      return new Withdrawn(next, answer);
    }

    Open reopen(Dossier next, Optional<Deadline> due) {
      return new Open(next, due, answer);
    }
  }

  /** Its owner has closed it. */
  record Closed(Dossier dossier, Optional<Acknowledgement> answer) implements Alert {
    @Override
    public Optional<Deadline> due() {
      return Optional.empty();
    }

    @Override
    public Closed with(Dossier next) {
      return new Closed(next, answer);
    }

    Open reopen(Dossier next, Optional<Deadline> due) {
      return new Open(next, due, answer);
    }
  }
}
