package org.safeguardinghub.deploy.local.registry;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.safeguardinghub.deploy.local.process.ChildSpec;
import org.safeguardinghub.deploy.local.process.ClassArchives;
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

  public ChildSpec spec(ClassArchives caches) throws IOException {
    Files.createDirectories(storage);
    List<Path> classPath = classPath();
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
        caches.command(
            NAME,
            classPath,
            java,
            List.of("-cp", JavaCommand.join(classPath), "io.quarkus.runner.GeneratedMain"));
    return new ChildSpec(
        NAME,
        0,
        command,
        Map.of("MALLOC_ARENA_MAX", "2"),
        storage,
        pid -> answers(),
        Duration.ofMinutes(2),
        "TERM",
        Duration.ofSeconds(10));
  }

  /**
   * What quarkus-run.jar would load by a class loader of its own, as a plain class path: only so
   * can a class archive hold it. Transformed classes stand in front of the ones that they replace.
   */
  private List<Path> classPath() throws IOException {
    List<Path> path = new ArrayList<>();
    path.add(server.resolve("quarkus/transformed-bytecode.jar"));
    path.add(server.resolve("quarkus/generated-bytecode.jar"));
    for (String folder : List.of("app", "lib/boot", "lib/main")) {
      try (Stream<Path> jars = Files.list(server.resolve(folder))) {
        path.addAll(jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList());
      }
    }
    return path;
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
