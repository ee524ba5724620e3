package org.safeguardinghub.console.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The console's web server. */
public final class ConsoleServer implements AutoCloseable {
  private final ApplicationContext context;
  private final EmbeddedServer server;

  private ConsoleServer(ApplicationContext context) {
    this.context = context;
    this.server = context.getBean(EmbeddedServer.class);
  }

  /** Starts it; port 0 takes any free one. */
  public static ConsoleServer start(ConsoleParts parts, String host, int port) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("micronaut.application.name", "hub-console");
    settings.put("micronaut.server.host", host);
    settings.put("micronaut.server.port", port == 0 ? -1 : port);
    // A form holds a user name and a password, or a reason of 2,000 characters.
    settings.put("micronaut.server.max-request-size", "64KB");
    settings.put("micronaut.server.idle-timeout", "5m");
    settings.put("micronaut.executors.blocking.virtual", true);
    settings.put("micronaut.server.date-header", true);
    settings.put("netty.default.allocator.max-order", 3);
    ConsoleServer console =
        new ConsoleServer(
            ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(settings)
                .singletons(parts)
                .start());
    console.server.start();
    return console;
  }

  public String url() {
    return server.getURL().toString();
  }

  /**
   * Every route that is served, as {@code GET /alerts/{id}}: for whoever has to account for them.
   */
  public List<String> routes() {
    return context
        .getBean(Router.class)
        .uriRoutes()
        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
        .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    server.stop();
    context.close();
  }
}
