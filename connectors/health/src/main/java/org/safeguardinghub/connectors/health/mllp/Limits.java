package org.safeguardinghub.connectors.health.mllp;

import java.time.Duration;

/**
 * What a sender may take.
 *
 * @param largestFrame in bytes
 * @param handshake within which TLS must stand
 * @param frame within which a message must be whole once its first byte has come
 * @param idle how long a connection may be silent
 * @param connections in all
 * @param perSender with one certificate
 */
public record Limits(
    int largestFrame,
    Duration handshake,
    Duration frame,
    Duration idle,
    int connections,
    int perSender) {
  public static Limits standard() {
    return new Limits(
        1024 * 1024,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        200,
        20);
  }
}
