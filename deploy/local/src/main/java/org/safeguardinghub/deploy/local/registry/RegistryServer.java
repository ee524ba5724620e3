package org.safeguardinghub.deploy.local.registry;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.safeguardinghub.deploy.local.process.AotCaches;
import org.safeguardinghub.deploy.local.process.ChildSpec;
import org.safeguardinghub.deploy.local.process.JavaCommand;

/**
 * The registry's process.
 *
 * @param server the unpacked server
 * @param storage its database's folder
 */
public record RegistryServer(Path server, Path storage, int port, int healthPort) {
  public static final String NAME = "registry";
  private static final int HEAP_MB = 256;

  /** The Confluent-compatible address. */
  public URI url() {
    return URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(port));
  }

  public ChildSpec spec(AotCaches caches) throws IOException {
    Files.createDirectories(storage);
    Path jar = server.resolve("quarkus-run.jar");
    List<String> java =
            JavaCommand.of(
                HEAP_MB,
                List.of(
                    "-Dquarkus.http.host=127.0.0.1",
                    "-Dquarkus.http.port=" + port,
                    "-Dquarkus.management.host=127.0.0.1",
                    "-Dquarkus.management.port=" + healthPort,
                    // Without WRITE_DELAY=0 a kill loses schemas that were acknowledged.
                    "-Dapicurio.datasource.url=jdbc:h2:file:%s;WRITE_DELAY=0"
                        .formatted(storage.resolve("registry")),
                    "-Dapicurio.datasource.jdbc.initial-size=1",
                    "-Dapicurio.datasource.jdbc.min-size=1",
                    "-Dapicurio.datasource.jdbc.max-size=8",
                    "-Dapicurio.rules.global.compatibility=BACKWARD",
                    "-Dquarkus.log.console.color=false"));
    List<String> command =
        caches.command(NAME, List.of(jar), java, List.of("-jar", jar.toString()));
    return new ChildSpec(
        NAME,
        0,
        command,
        Map.of("MALLOC_ARENA_MAX", "2"),
        storage,
        pid -> answers(),
        Duration.ofSeconds(60),
        "TERM",
        Duration.ofSeconds(10));
  }

  private boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url() + "/config").toURL().openConnection();
      connection.setConnectTimeout(200);
      connection.setReadTimeout(2000);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }
}
