package org.safeguardinghub.console.web;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Makes what open pages fetch again when something has changed, a few at a time and in turn. All
 * who have a list open ask at the same moment; who waits before a page must not wait for them.
 */
final class Refreshing {
  /** While one waits for the database another makes its page. */
  private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

  private final Semaphore free = new Semaphore(AT_ONCE, true);

  <T> T make(Supplier<T> page) {
    free.acquireUninterruptibly();
    try {
      return page.get();
    } finally {
      free.release();
    }
  }
}
