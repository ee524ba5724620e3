package org.safeguardinghub.connectors.health.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import org.safeguardinghub.connectors.health.fhir.FhirForm;
import org.safeguardinghub.connectors.intake.feed.Feeds;

/** The HTTP server of the connector. */
final class FhirServer implements AutoCloseable {
  /** Bounds what is read at all; the controller answers what is above its own bound. */
  private static final String MAX_REQUEST = "67108864";

  private final EmbeddedServer server;

  private FhirServer(EmbeddedServer server) {
    this.server = server;
  }

  static FhirServer start(String host, int port, Feeds feeds, FhirForm form, Desk desk) {
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(
                Map.of(
                    "micronaut.application.name",
                    "connector-health",
                    "micronaut.server.host",
                    host,
                    "micronaut.server.port",
                    port == 0 ? -1 : port,
                    "micronaut.server.max-request-size",
                    MAX_REQUEST,
                    "micronaut.executors.blocking.virtual",
                    true,
                    "micronaut.server.netty.worker.threads",
                    2))
            .singletons(feeds, form, desk)
            .start();
    return new FhirServer(context.getBean(EmbeddedServer.class).start());
  }

  String url() {
    return server.getURL().toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
