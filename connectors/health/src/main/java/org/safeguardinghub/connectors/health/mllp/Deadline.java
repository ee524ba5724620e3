package org.safeguardinghub.connectors.health.mllp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Until when one connection must have done what it is about to do. A connection is always cut at
 * the bare socket: TLS would wait for a peer that does not read.
 */
final class Deadline {
  private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

  private final Socket connection;
  private volatile boolean running;
  private volatile long until;
  private volatile String otherwise = "";

  Deadline(Socket connection) {
    this.connection = connection;
  }

  /**
   * Starts it anew.
   *
   * @param fault what is said of a connection that does not keep it
   */
  void in(Duration time, String fault) {
    running = false;
    otherwise = fault;
    until = System.nanoTime() + time.toNanos();
    running = true;
  }

  void met() {
    running = false;
  }

  /** Cuts the connection off if its time is over. */
  void check(long now) {
    if (running && now - until > 0) {
      LOG.warn("{}: its connection is cut off", otherwise);
      try {
        connection.close();
      } catch (IOException e) {
        LOG.debug("already gone: {}", e.getClass().getSimpleName());
      }
    }
  }
}
