package org.safeguardinghub.connectors.health.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import org.safeguardinghub.connectors.health.fhir.FhirForm;
import org.safeguardinghub.connectors.intake.app.HttpSettings;
import org.safeguardinghub.connectors.intake.feed.Feeds;

/** The HTTP server of the connector. */
final class FhirServer implements AutoCloseable {
  /** Bounds what is read at all; the controller answers what is above its own bound. */
  private static final long MAX_REQUEST = 64L * 1024 * 1024;

  private final EmbeddedServer server;

  private FhirServer(EmbeddedServer server) {
    this.server = server;
  }

  static FhirServer start(String host, int port, Feeds feeds, FhirForm form, Desk desk) {
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(HttpSettings.of("connector-health", host, port, MAX_REQUEST))
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
