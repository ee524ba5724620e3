package org.safeguardinghub.connectors.intake.app;

import java.util.Map;

/** Settings of the HTTP server of a connector, by the names that Micronaut gives them. */
public final class HttpSettings {
  private HttpSettings() {}

  /**
   * Settings.
   *
   * @param name of the application
   * @param port 0 for any that is free
   * @param largestRequest in bytes: what is read at all
   */
  public static Map<String, Object> of(String name, String host, int port, long largestRequest) {
    return Map.of(
        "micronaut.application.name",
        name,
        "micronaut.server.host",
        host,
        "micronaut.server.port",
        port == 0 ? -1 : port,
        "micronaut.server.max-request-size",
        Long.toString(largestRequest),
        "micronaut.executors.blocking.virtual",
        true,
        "micronaut.server.netty.worker.threads",
        2);
  }
}
