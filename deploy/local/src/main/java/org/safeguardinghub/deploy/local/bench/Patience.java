package org.safeguardinghub.deploy.local.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A sender sends again what nothing was said of, and does not give up while its connector is
 * killed.
 */
final class Patience {
  /** How long a sender waits for one answer. */
  static final Duration OF_ONE_ANSWER = Duration.ofSeconds(60);

  /** Longer than a process is killed again and again: what has no answer then is missing. */
  static final Duration IN_ALL = Duration.ofMinutes(45);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private Patience() {}

  /** One attempt for those that are still open; what is answered is noted in the book. */
  @FunctionalInterface
  interface Attempt {
    void with(List<String> open) throws IOException, InterruptedException;
  }

  static void until(AnswerBook book, List<String> ids, Attempt attempt)
      throws InterruptedException {
    long begun = System.nanoTime();
    List<String> open = ids;
    boolean counted = false;
    while (!open.isEmpty()) {
      if (!counted) {
        book.sent(open);
      }
      try {
        attempt.with(open);
        counted = false;
      } catch (ConnectException notThere) {
        counted = true; // nothing went out
        LockSupport.parkNanos(PAUSE.toNanos());
      } catch (IOException gone) {
        counted = false; // it was killed while it read or answered: that is what is tried here
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      open = book.open(ids);
      if (!open.isEmpty() && System.nanoTime() - begun > IN_ALL.toNanos()) {
        return; // the ledger counts them as missing
      }
    }
  }
}
