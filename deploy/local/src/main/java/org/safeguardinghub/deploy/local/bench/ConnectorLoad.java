package org.safeguardinghub.deploy.local.bench;

import java.util.function.IntConsumer;

/** What a sender does to one connector, as fast as it is answered. */
interface ConnectorLoad {
  /** How people call it. */
  String name();

  /** The process that takes the records. */
  String app();

  /** The feed that sends. */
  String feed();

  /** Records a second that are asked of it. */
  int asked();

  /**
   * Sends records that were never sent before and waits until each is answered as accepted.
   *
   * @param first number of the first
   * @param progress told how many are answered
   * @return nanoseconds from the first byte to the last answer
   */
  long send(int first, int count, IntConsumer progress) throws Exception;
}
