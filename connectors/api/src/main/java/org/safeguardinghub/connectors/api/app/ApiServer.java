package org.safeguardinghub.connectors.api.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.app.HttpSettings;
import org.safeguardinghub.connectors.intake.feed.Feeds;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore;

/** The HTTP server around an intake. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Safeguarding Hub: concerns",
            version = "1",
            description =
                "Agencies send safeguarding concerns here and ask what became of them. Every error says what to do."),
    security = @SecurityRequirement(name = "agencyToken"))
@SecurityScheme(
    name = "agencyToken",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "The token that the agency was given.")
final class ApiServer implements AutoCloseable {
  /** Bounds a whole request, a batch above all; each concern has its own, smaller bound. */
  private static final long MAX_REQUEST = 256L * 1024 * 1024;

  private final EmbeddedServer server;

  private ApiServer(EmbeddedServer server) {
    this.server = server;
  }

  static ApiServer start(String host, int port, Feeds feeds, Intake intake, ReceiptStore receipts) {
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(HttpSettings.of("connector-api", host, port, MAX_REQUEST))
            .singletons(feeds, intake, receipts)
            .start();
    return new ApiServer(context.getBean(EmbeddedServer.class).start());
  }

  String url() {
    return server.getURL().toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
