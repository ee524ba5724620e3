package org.safeguardinghub.notifier.dispatch;

/** Something that runs on a thread of its own until it is closed. */
public interface Loop extends Runnable, AutoCloseable {
  /** Asks it to end; it may take a moment. */
  @Override
  void close();
}
