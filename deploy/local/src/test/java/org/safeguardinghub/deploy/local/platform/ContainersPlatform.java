package org.safeguardinghub.deploy.local.platform;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;
import org.safeguardinghub.deploy.local.broker.BrokerSettings;
import org.safeguardinghub.deploy.local.database.PostgresServer;
import org.safeguardinghub.deploy.local.folder.Secrets;
import org.safeguardinghub.deploy.local.provision.DatabaseProvisioning;
import org.safeguardinghub.deploy.local.provision.Grants;
import org.safeguardinghub.deploy.local.provision.Provisioning;
import org.safeguardinghub.kernel.topics.Principals;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The platform as containers, provisioned by the same code. Images are pinned and can be replaced
 * by the properties {@code hub.image.kafka}, {@code hub.image.registry} and {@code
 * hub.image.postgres}.
 */
final class ContainersPlatform implements Platform {
  private static final String STORAGE = "/tmp/kafka-storage";
  private static final int REGISTRY_PORT = 8080;

  private final Secrets secrets;
  private final GenericContainer<?> broker;
  private final GenericContainer<?> registry;
  private final PostgreSQLContainer postgres;
  private final int brokerPort;

  private ContainersPlatform(Path folder, List<String> feeds) {
    this.secrets = new Secrets(folder.resolve("secrets"));
    this.brokerPort = freePort();
    this.broker = broker(feeds);
    this.registry =
        new GenericContainer<>(image("registry", "quay.io/apicurio/apicurio-registry:3.3.3"))
            .withEnv("APICURIO_STORAGE_KIND", "sql")
            .withEnv("APICURIO_RULES_GLOBAL_COMPATIBILITY", "BACKWARD")
            .withExposedPorts(REGISTRY_PORT)
            .waitingFor(
                Wait.forHttp("/apis/ccompat/v7/config").withStartupTimeout(Duration.ofMinutes(3)));
    this.postgres =
        new PostgreSQLContainer(image("postgres", "postgres:18.6"))
            .withUsername(PostgresServer.ADMIN)
            .withPassword(secrets.database(PostgresServer.ADMIN))
            .withDatabaseName("postgres");
  }

  /** Starts and provisions the three; their data goes with them. */
  static ContainersPlatform start(Path folder, List<String> feeds) {
    ContainersPlatform platform = new ContainersPlatform(folder, feeds);
    try {
      platform.broker.start();
      platform.registry.start();
      platform.postgres.start();
      new Provisioning(feeds, false, folder.resolve("provisioned.sha256"))
          .run(
              platform.registryUrl(),
              platform.kafka(Principals.PROVISIONER),
              new DatabaseProvisioning(
                  platform::url, PostgresServer.ADMIN, platform.secrets::database),
              platform.secrets::kafka);
      return platform;
    } catch (IOException e) {
      platform.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  private GenericContainer<?> broker(List<String> feeds) {
    String users =
        new TreeSet<>(Grants.principals(feeds, false))
            .stream()
                .map(
                    user ->
                        "--add-scram 'SCRAM-SHA-512=[name=%s,password=%s]'"
                            .formatted(user, secrets.kafka(user)))
                .collect(Collectors.joining(" "));
    String script =
        """
        set -e
        /opt/kafka/bin/kafka-storage.sh format -c /tmp/hub.properties -t %s --standalone %s
        exec /opt/kafka/bin/kafka-server-start.sh /tmp/hub.properties
        """
            .formatted(Uuid.randomUuid(), users);
    GenericContainer<?> container =
        new GenericContainer<>(
                image("kafka", "apache/kafka:4.3.1").asCompatibleSubstituteFor("apache/kafka"))
            .withCopyToContainer(Transferable.of(brokerProperties()), "/tmp/hub.properties")
            .withCopyToContainer(Transferable.of(script), "/tmp/start.sh")
            .withCreateContainerCmdModifier(
                command -> command.withEntrypoint("sh", "/tmp/start.sh"))
            .withExposedPorts(brokerPort)
            .waitingFor(
                Wait.forLogMessage(".*Kafka Server started.*", 1)
                    .withStartupTimeout(Duration.ofMinutes(2)));
    // The broker tells clients its address, so the port outside must be the one inside.
    container.setPortBindings(List.of(brokerPort + ":" + brokerPort));
    return container;
  }

  private String brokerProperties() {
    Properties properties =
        new BrokerSettings(Path.of(STORAGE), brokerPort, 19091, 19090, secrets.own("inter-broker"))
            .properties();
    properties.setProperty(
        "listeners",
        "CLIENT://0.0.0.0:%d,BROKER://127.0.0.1:19091,CONTROLLER://127.0.0.1:19090"
            .formatted(brokerPort));
    // The image's own tool formats the storage and cannot put grants in: here the provisioner needs
    // to be one.
    properties.setProperty(
        "super.users", properties.getProperty("super.users") + ";User:" + Principals.PROVISIONER);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static DockerImageName image(String what, String pinned) {
    String name = System.getProperty("hub.image." + what, pinned);
    String original = pinned.substring(0, pinned.lastIndexOf(':'));
    return DockerImageName.parse(name).asCompatibleSubstituteFor(original);
  }

  private String url(String database) {
    return "jdbc:postgresql://%s:%d/%s"
        .formatted(
            postgres.getHost(),
            postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
            database);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + brokerPort;
  }

  @Override
  public URI registryUrl() {
    return URI.create(
        "http://%s:%d/apis/ccompat/v7"
            .formatted(registry.getHost(), registry.getMappedPort(REGISTRY_PORT)));
  }

  @Override
  public String jdbcUrl() {
    return url(DatabaseProvisioning.DATABASE);
  }

  @Override
  public String kafkaPassword(String principal) {
    return secrets.kafka(principal);
  }

  @Override
  public String databasePassword(String role) {
    return secrets.database(role);
  }

  @Override
  public void close() {
    broker.stop();
    registry.stop();
    postgres.stop();
  }
}
