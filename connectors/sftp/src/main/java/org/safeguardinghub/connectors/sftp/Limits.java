package org.safeguardinghub.connectors.sftp;

import java.time.Duration;

/**
 * How much may be asked of the server at once.
 *
 * @param connections in all, signed in or not
 * @param connectionsEach of one agency
 * @param files how many of one agency may wait
 * @param room how much may lie in {@code in} of one agency, in bytes
 * @param signIn within this time a connection has to be signed in
 * @param idle a connection that is silent for longer is ended
 */
public record Limits(
    int connections, int connectionsEach, int files, long room, Duration signIn, Duration idle) {
  /** In bytes. */
  public static final long MEBIBYTE = 1024 * 1024;

  /** What the server holds unless its settings say otherwise. */
  public static Limits standard() {
    return new Limits(50, 5, 500, 8192 * MEBIBYTE, Duration.ofSeconds(30), Duration.ofMinutes(5));
  }
}
