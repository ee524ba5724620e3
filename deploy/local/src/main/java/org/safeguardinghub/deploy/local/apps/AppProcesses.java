package org.safeguardinghub.deploy.local.apps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.safeguardinghub.console.audit.CheckpointKey;
import org.safeguardinghub.deploy.local.folder.BuildFolder;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;
import org.safeguardinghub.deploy.local.folder.Ports;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.platform.EmbeddedPlatform;
import org.safeguardinghub.deploy.local.process.ChildSpec;
import org.safeguardinghub.deploy.local.process.ClassArchives;
import org.safeguardinghub.deploy.local.process.JavaCommand;
import org.safeguardinghub.deploy.local.process.ReadySign;
import org.safeguardinghub.kernel.sealing.HubKeys;

/** Writes each app's settings and says how its process is started. */
public final class AppProcesses {
  public static final String MAIL = "mail";
  private static final String AREA = "fablewick";

  /** Families of agencies that often have no system of their own: charities, care providers. */
  private static final Set<String> PROVIDERS = Set.of("VCS", "PRV");

  private static final int MAIL_HEAP_MB = 96;

  /**
   * Connectors seal and hash every message, and senders send much at once: only the thorough
   * compiler knows the processor's own instructions for that. The console makes the same page for
   * everybody who has it open, at the same moment.
   */
  private static final String THOROUGH = "-XX:TieredStopAtLevel=4";

  private static final Duration READY_WITHIN = Duration.ofMinutes(4);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final DataFolder data;
  private final BuildFolder build;
  private final EmbeddedPlatform platform;
  private final boolean story;
  private final List<Feed> feeds;
  private final Map<String, String> more;
  private final ClassArchives caches;

  /**
   * @param more settings that every app is given beside its own
   */
  public AppProcesses(
      DataFolder data,
      BuildFolder build,
      EmbeddedPlatform platform,
      boolean story,
      List<Feed> feeds,
      Map<String, String> more,
      ClassArchives caches) {
    this.data = data;
    this.build = build;
    this.platform = platform;
    this.story = story;
    this.feeds = List.copyOf(feeds);
    this.more = Map.copyOf(more);
    this.caches = caches;
  }

  /** The key file of the whole hub; made on the first start. */
  public HubKeys keys() {
    Path file = data.secrets().resolve("keys.json");
    if (!Files.exists(file)) {
      if (Files.exists(data.broker()) && Files.exists(data.run().resolve("feeds.json"))) {
        throw new StartRefused(
            ExitCode.DATA,
            "the key file %s is gone: what is sealed cannot be read without it; restore it from its backup"
                .formatted(file));
      }
      HubKeys.generate().save(file);
    }
    try {
      HubKeys keys = HubKeys.load(file);
      if (keys.incomplete()) {
        keys = keys.completed();
        keys.save(file);
      }
      return keys;
    } catch (RuntimeException damaged) {
      throw new StartRefused(
          ExitCode.DATA,
          "the key file %s is damaged or unreadable: restore it from its backup".formatted(file));
    }
  }

  /** An app's process. */
  public ChildSpec spec(AppSpec app, HubKeys keys) throws IOException {
    Path settings = data.run().resolve(app.name() + ".properties");
    Path keyFile = data.run().resolve(app.name() + ".keys.json");
    keys.subset(app.keys(), app.hashes()).save(keyFile);
    Map<String, String> values = basics(app.name());
    values.put("keys.file", keyFile.toString());
    values.put("kafka.bootstrap", platform.bootstrapServers());
    values.put("kafka.username", app.principal());
    values.put("kafka.password", platform.kafkaPassword(app.principal()));
    values.put("registry.url", platform.registryUrl().toString());
    values.put("area", AREA);
    values.put("console.url", url(Ports.Use.CONSOLE));
    app.databaseRole().ifPresent(role -> database(values, role));
    app.http().ifPresent(use -> http(values, use));
    if (app.name().equals("console")) {
      values.put("console.firstPasswords", firstPasswords(data).toString());
      values.put("audit.key", auditKey().toString());
      values.put("referral.url", url(Ports.Use.API));
      values.put("referral.providers", providers().toString());
      own("openid.properties").ifPresent(file -> values.put("openid.file", file.toString()));
      own("feed-expectations.yaml")
          .ifPresent(file -> values.put("feeds.expected", file.toString()));
    }
    if (app.feeds()) {
      Path file = data.run().resolve("feeds.json");
      FeedsFile.write(file, feeds, platform.secrets());
      values.put("feeds.file", file.toString());
    }
    if (app.answersReceipts()) {
      new OwnFeedback(data.root())
          .file()
          .ifPresent(file -> values.put("feedback.file", file.toString()));
    }
    if (app.smtp()) {
      values.put("smtp.host", "127.0.0.1");
      values.put("smtp.port", Integer.toString(platform.ports().of(Ports.Use.SMTP)));
    }
    values.putAll(more);
    OwnerOnly.write(settings, values, "Settings of " + app.name() + ", written at each start");
    return java(
        app.name(),
        2,
        app.heapMb(),
        app.busy() ? busy(app.heapMb()) : List.of(),
        build.classPathOf(app.artifact()),
        app.mainClass(),
        settings);
  }

  /**
   * What is made of messages is waste when they are recorded: with half of the heap for it, and
   * that from the start, less of it has to be copied.
   */
  private static List<String> busy(int heapMb) {
    return List.of(THOROUGH, "-Xms" + heapMb * 3 / 4 + "m", "-Xmn" + heapMb / 2 + "m");
  }

  /** Of the providers without a system the console gets the tokens, and no other feed's. */
  private Path providers() throws IOException {
    Map<String, String> lines = new TreeMap<>();
    for (Feed feed : feeds) {
      if (PROVIDERS.contains(feed.family())) {
        lines.put(feed.name() + ".family", feed.family());
        lines.put(feed.name() + ".token", platform.secrets().token(feed.name()));
      }
    }
    Path file = data.run().resolve("console.providers.properties");
    OwnerOnly.write(file, lines, "Providers that report by the console's form");
    return file;
  }

  /**
   * A file that its owner has put there: one names an OpenID provider, one what is expected of
   * feeds.
   */
  private Optional<Path> own(String name) {
    return Optional.of(data.root().resolve(name)).filter(Files::exists);
  }

  private Path auditKey() {
    Path file = data.secrets().resolve("audit-checkpoints.key");
    CheckpointKey.ensure(file, publicAuditKey(data));
    return file;
  }

  /** With what the checkpoints of the access record are checked. */
  public static Path publicAuditKey(DataFolder data) {
    return data.secrets().resolve("audit-checkpoints.pub");
  }

  /** Where the console writes the passwords of its seeded users, once. */
  public static Path firstPasswords(DataFolder data) {
    return data.secrets().resolve("console-first-passwords.tsv");
  }

  /** The local mail server's process. */
  public ChildSpec mail() throws IOException {
    Path settings = data.run().resolve(MAIL + ".properties");
    Map<String, String> values = basics(MAIL);
    Ports ports = platform.ports();
    values.put("smtp.port", Integer.toString(ports.of(Ports.Use.SMTP)));
    values.put("imap.port", Integer.toString(ports.of(Ports.Use.IMAP)));
    values.put("mailbox.password", platform.secrets().own("mailbox"));
    OwnerOnly.write(settings, values, "Settings of the local mail server");
    return java(
        MAIL,
        1,
        MAIL_HEAP_MB,
        List.of(),
        build.ownClassPath(
            List.of("hub-kernel", "greenmail", "angus", "jakarta", "slf4j", "logback", "jackson")),
        "org.safeguardinghub.deploy.local.mail.MailApp",
        settings);
  }

  /** The SFTP server's process: it has folders and keys, and no way to broker or database. */
  public ChildSpec sftp() throws IOException {
    Path settings = data.run().resolve(SftpProcess.NAME + ".properties");
    Map<String, String> values = basics(SftpProcess.NAME);
    values.putAll(SftpProcess.settings(data, feeds, platform.ports().of(Ports.Use.SFTP)));
    OwnerOnly.write(settings, values, "Settings of the SFTP server, written at each start");
    return java(
        SftpProcess.NAME,
        2,
        SftpProcess.HEAP_MB,
        List.of(),
        build.classPathOf("connector-sftp"),
        "org.safeguardinghub.connectors.sftp.app.SftpApp",
        settings);
  }

  /** Where an app of this port serves. */
  public String url(Ports.Use use) {
    return "http://127.0.0.1:" + platform.ports().of(use);
  }

  private Map<String, String> basics(String name) throws IOException {
    Path folder = data.app(name);
    OwnerOnly.folder(folder);
    Map<String, String> values = new TreeMap<>();
    values.put("hub.app", name);
    values.put("hub.data", folder.toString());
    values.put("hub.ready.file", readyFile(name).toString());
    values.put("hub.log.level", "INFO");
    values.put("clock", story ? "story" : "system");
    return values;
  }

  private void database(Map<String, String> values, String role) {
    values.put("db.url", platform.jdbcUrl());
    values.put("db.user", role);
    values.put("db.password", platform.databasePassword(role));
  }

  private void http(Map<String, String> values, Ports.Use use) {
    values.put("http.host", "127.0.0.1");
    values.put("http.port", Integer.toString(platform.ports().of(use)));
  }

  private ChildSpec java(
      String name,
      int layer,
      int heapMb,
      List<String> flags,
      List<Path> classPath,
      String mainClass,
      Path settings) {
    String logging = "-Dlogback.configurationFile=" + data.run().resolve("logback.xml");
    List<String> command =
        caches.command(
            name,
            classPath,
            JavaCommand.of(heapMb, Stream.concat(Stream.of(logging), flags.stream()).toList()),
            List.of("-cp", JavaCommand.join(classPath), mainClass, settings.toString()));
    return new ChildSpec(
        name,
        layer,
        command,
        Map.of("MALLOC_ARENA_MAX", "2"),
        data.app(name),
        new ReadySign(readyFile(name)),
        READY_WITHIN,
        "TERM",
        STOP_WITHIN);
  }

  private Path readyFile(String name) {
    return data.run().resolve(name + ".ready");
  }
}
