package org.safeguardinghub.deploy.local.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.safeguardinghub.deploy.local.broker.BrokerSettings;
import org.safeguardinghub.deploy.local.database.PostgresBinaries;
import org.safeguardinghub.deploy.local.database.PostgresServer;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.FolderLock;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;
import org.safeguardinghub.deploy.local.folder.Ports;
import org.safeguardinghub.deploy.local.folder.Secrets;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.process.ChildSpec;
import org.safeguardinghub.deploy.local.process.JavaCommand;
import org.safeguardinghub.deploy.local.process.ProcessEvent;
import org.safeguardinghub.deploy.local.process.ReadySign;
import org.safeguardinghub.deploy.local.process.Supervisor;
import org.safeguardinghub.deploy.local.provision.DatabaseProvisioning;
import org.safeguardinghub.deploy.local.provision.Grants;
import org.safeguardinghub.deploy.local.provision.Provisioning;
import org.safeguardinghub.deploy.local.registry.RegistryServer;
import org.safeguardinghub.kernel.topics.Principals;

/** The platform as supervised processes on this machine, with its data in one folder. */
public final class EmbeddedPlatform implements Platform {
  public static final String BROKER = "broker";
  private static final int BROKER_HEAP_MB = 320;
  private static final List<String> BROKER_JARS =
      List.of("kafka", "scala", "slf4j", "logback", "jackson", "metrics", "jopt", "argparse4j");

  private final FolderLock lock;
  private final Supervisor supervisor;
  private final Secrets secrets;
  private final Ports ports;
  private final BrokerSettings broker;
  private final RegistryServer registry;
  private final PostgresServer postgres;

  private EmbeddedPlatform(PlatformOptions options, FolderLock lock, Supervisor supervisor)
      throws IOException {
    DataFolder data = options.data();
    this.lock = lock;
    this.supervisor = supervisor;
    this.secrets = new Secrets(data.secrets());
    this.ports =
        options.portBase().isPresent()
            ? Ports.fixed(options.portBase().getAsInt())
            : Ports.chosen(data);
    this.broker =
        new BrokerSettings(
            data.broker(),
            ports.of(Ports.Use.BROKER),
            ports.of(Ports.Use.BROKER_INTERNAL),
            ports.of(Ports.Use.BROKER_CONTROLLER),
            secrets.own("inter-broker"));
    this.registry =
        new RegistryServer(
            options.build().registry(),
            data.registry(),
            ports.of(Ports.Use.REGISTRY),
            ports.of(Ports.Use.REGISTRY_HEALTH));
    this.postgres =
        new PostgresServer(
            PostgresBinaries.unpacked(options.build().postgres()),
            data.postgres(),
            ports.of(Ports.Use.POSTGRES));
  }

  /**
   * Takes the folder, ends what a killed supervisor left in it, starts the three and provisions
   * them.
   */
  public static EmbeddedPlatform start(PlatformOptions options) {
    DataFolder data = options.data();
    data.open(options.story());
    FolderLock lock = FolderLock.take(data);
    Supervisor supervisor =
        new Supervisor(data.run(), data.logs(), options.listener(), InstantSource.system());
    try {
      supervisor.endLeftovers();
      EmbeddedPlatform platform = new EmbeddedPlatform(options, lock, supervisor);
      platform.startProcesses(options);
      platform.provision(options);
      return platform;
    } catch (IOException e) {
      giveUp(supervisor, lock);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      giveUp(supervisor, lock);
      throw e;
    }
  }

  private static void giveUp(Supervisor supervisor, FolderLock lock) {
    supervisor.close();
    lock.close();
  }

  private void startProcesses(PlatformOptions options) throws IOException {
    checkBrokerStorage(options.data());
    writeLogback(options.data().run().resolve("logback.xml"));
    supervisor.start(registry.spec(options.caches()));
    supervisor.start(brokerSpec(options));
    postgres.prepare(
        secrets.database(PostgresServer.ADMIN),
        options.data().logs().resolve("postgres-initdb.log"));
    supervisor.start(postgres.spec());
    for (String name : List.of(PostgresServer.NAME, BROKER, RegistryServer.NAME)) {
      supervisor.awaitReady(name, Duration.ofMinutes(2));
    }
  }

  private void provision(PlatformOptions options) throws IOException {
    long begun = System.nanoTime();
    new Provisioning(
            options.feeds(), options.story(), options.data().root().resolve("provisioned.sha256"))
        .run(
            registryUrl(),
            kafka(Principals.PROVISIONER),
            new DatabaseProvisioning(postgres::url, PostgresServer.ADMIN, secrets::database),
            secrets::kafka);
    options
        .listener()
        .accept(
            new ProcessEvent.StepDone(
                "topics, grants, schemas and tables", Duration.ofNanos(System.nanoTime() - begun)));
  }

  private ChildSpec brokerSpec(PlatformOptions options) throws IOException {
    Path run = options.data().run();
    Path settings = run.resolve("broker.properties");
    Path users = run.resolve("broker-users.properties");
    Path ready = run.resolve("broker.ready");
    OwnerOnly.write(settings, broker.properties(), "Settings of the embedded broker");
    Properties credentials = new Properties();
    for (String principal : Grants.principals(options.feeds(), options.story())) {
      credentials.setProperty(principal, secrets.kafka(principal));
    }
    OwnerOnly.write(users, credentials, "Principals for the first start");
    List<Path> classPath = options.build().ownClassPath(BROKER_JARS);
    List<String> command =
        options
            .caches()
            .command(
                BROKER,
                classPath,
                JavaCommand.of(
                    BROKER_HEAP_MB,
                    List.of("-Dlogback.configurationFile=" + run.resolve("logback.xml"))),
                List.of(
                    "-cp",
                    JavaCommand.join(classPath),
                    "org.safeguardinghub.deploy.local.broker.BrokerMain",
                    settings.toString(),
                    users.toString(),
                    ready.toString()));
    return new ChildSpec(
        BROKER,
        0,
        command,
        Map.of("MALLOC_ARENA_MAX", "2"),
        options.data().root(),
        new ReadySign(ready),
        Duration.ofMinutes(2),
        "TERM",
        Duration.ofSeconds(20));
  }

  /** As a file: the apps' class paths do not hold this module. */
  private static void writeLogback(Path file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            EmbeddedPlatform.class.getResourceAsStream(
                "/org/safeguardinghub/deploy/local/logback-child.xml"))) {
      OwnerOnly.write(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /**
   * A folder that was made but not formatted whole cannot come from us: say so before the broker
   * fails on it.
   */
  private static void checkBrokerStorage(DataFolder data) throws IOException {
    if (!Files.exists(data.broker())) {
      return;
    }
    Path mark = data.broker().resolve("meta.properties");
    boolean sound = Files.exists(mark);
    if (sound) {
      Properties properties = OwnerOnly.read(mark);
      sound =
          "1".equals(properties.getProperty("node.id"))
              && properties.getProperty("cluster.id", "").matches("[A-Za-z0-9_-]{22}");
    }
    if (!sound) {
      throw new StartRefused(
          ExitCode.DATA,
          "the broker's data in %s is damaged (%s is missing or wrong): restore it from its backup; a copy of the folder may still be read"
              .formatted(data.broker(), mark.getFileName()));
    }
  }

  /** The process table, with kill and wait: for those who watch or test. */
  public Supervisor processes() {
    return supervisor;
  }

  public Secrets secrets() {
    return secrets;
  }

  public Ports ports() {
    return ports;
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrap();
  }

  @Override
  public URI registryUrl() {
    return registry.url();
  }

  @Override
  public String jdbcUrl() {
    return postgres.url(DatabaseProvisioning.DATABASE);
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
    supervisor.close();
    lock.close();
  }
}
