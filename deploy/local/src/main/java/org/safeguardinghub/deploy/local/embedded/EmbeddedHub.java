package org.safeguardinghub.deploy.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.safeguardinghub.deploy.local.apps.AppProcesses;
import org.safeguardinghub.deploy.local.apps.AppSpec;
import org.safeguardinghub.deploy.local.apps.Feed;
import org.safeguardinghub.deploy.local.apps.FileConnectors;
import org.safeguardinghub.deploy.local.apps.SftpProcess;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.Ports;
import org.safeguardinghub.deploy.local.folder.Secrets;
import org.safeguardinghub.deploy.local.platform.EmbeddedPlatform;
import org.safeguardinghub.deploy.local.platform.Platform;
import org.safeguardinghub.deploy.local.platform.PlatformOptions;
import org.safeguardinghub.deploy.local.process.ChildStatus;
import org.safeguardinghub.deploy.local.process.ClassArchives;
import org.safeguardinghub.deploy.local.process.ProcessEvent;
import org.safeguardinghub.deploy.local.process.ReadySign;
import org.safeguardinghub.kernel.sealing.HubKeys;

/** A running hub: the platform and the apps as supervised processes, on one data folder. */
public final class EmbeddedHub implements Platform {
  private static final Duration APPS_READY_WITHIN = Duration.ofMinutes(4);

  private final DataFolder data;
  private final EmbeddedPlatform platform;
  private final StatusFile status;
  private final Path runningMark;
  private final ClassArchives archives;
  private final Map<String, String> files;

  private EmbeddedHub(
      DataFolder data,
      EmbeddedPlatform platform,
      StatusFile status,
      Path runningMark,
      ClassArchives archives,
      Map<String, String> files) {
    this.data = data;
    this.platform = platform;
    this.status = status;
    this.runningMark = runningMark;
    this.archives = archives;
    this.files = files;
  }

  /**
   * Starts a hub and returns when every app serves; throws {@code StartRefused} or {@code
   * StartFailed}.
   */
  public static EmbeddedHub start(HubOptions options) {
    DataFolder data = new DataFolder(options.data());
    ClassArchives archives = new ClassArchives(options.build().archives());
    StatusFile status = new StatusFile(data, Instant.now());
    Consumer<ProcessEvent> listener =
        event -> {
          options.listener().accept(event);
          status.refresh();
        };
    EmbeddedPlatform platform =
        EmbeddedPlatform.start(
            new PlatformOptions(
                data,
                options.build(),
                options.portBase(),
                options.feeds().stream().map(Feed::name).toList(),
                options.story(),
                archives,
                listener));
    EmbeddedHub hub = null;
    try {
      Map<String, String> files = FileConnectors.places(data, options.feeds(), options.apps());
      hub = new EmbeddedHub(data, platform, status, mark(options), archives, files);
      status.watch(platform.processes()::table, hub.addresses());
      hub.startApps(options);
      return hub;
    } catch (IOException e) {
      closeAfterFailure(hub, platform);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      closeAfterFailure(hub, platform);
      throw e;
    }
  }

  private void startApps(HubOptions options) throws IOException {
    AppProcesses apps =
        new AppProcesses(
            data,
            options.build(),
            platform,
            options.story(),
            options.feeds(),
            options.settings(),
            archives);
    HubKeys keys = apps.keys();
    platform.processes().start(apps.mail());
    List<AppSpec> wanted =
        AppSpec.ALL.stream().filter(app -> options.apps().contains(app.name())).toList();
    for (AppSpec app : wanted) {
      platform.processes().start(apps.spec(app, keys));
    }
    boolean sftp = options.apps().contains(SftpProcess.NAME);
    if (sftp) {
      platform.processes().start(apps.sftp());
    }
    platform.processes().awaitReady(AppProcesses.MAIL, APPS_READY_WITHIN);
    for (AppSpec app : wanted) {
      platform.processes().awaitReady(app.name(), APPS_READY_WITHIN);
    }
    if (sftp) {
      platform.processes().awaitReady(SftpProcess.NAME, APPS_READY_WITHIN);
    }
    status.refresh();
  }

  /**
   * Tells the launcher that this build is in use: it must not be rebuilt under running processes.
   */
  private static Path mark(HubOptions options) throws IOException {
    Files.createDirectories(options.build().running());
    Path mark = options.build().running().resolve(Long.toString(ProcessHandle.current().pid()));
    Files.writeString(mark, options.data().toAbsolutePath() + "\n");
    return mark;
  }

  private static void closeAfterFailure(
      @org.jspecify.annotations.Nullable EmbeddedHub hub, EmbeddedPlatform platform) {
    if (hub != null) {
      hub.close();
    } else {
      platform.close();
    }
  }

  /** Where things are: name and address, in the order in which a person asks for them. */
  public Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("console", consoleUrl().toString());
    addresses.put("api", apiUrl().toString());
    addresses.put("mail", "imap://127.0.0.1:" + platform.ports().of(Ports.Use.IMAP));
    addresses.put("broker", bootstrapServers());
    addresses.put("registry", registryUrl().toString());
    addresses.put("database", jdbcUrl());
    addresses.put("data", data.root().toString());
    addresses.put("passwords", firstPasswords().toString());
    addresses.put("tokens", data.secrets().resolve("tokens").toString());
    addresses.put("mails", mailboxes().toString());
    addresses.putAll(files);
    addresses.put("logs", data.logs().toString());
    return addresses;
  }

  public URI consoleUrl() {
    return URI.create("http://127.0.0.1:" + platform.ports().of(Ports.Use.CONSOLE));
  }

  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + platform.ports().of(Ports.Use.API));
  }

  public URI fhirUrl() {
    return URI.create("http://127.0.0.1:" + platform.ports().of(Ports.Use.FHIR));
  }

  /** Port of the SFTP server, where it is started. */
  public int sftpPort() {
    return platform.ports().of(Ports.Use.SFTP);
  }

  /** IMAP port of the local mail server; the password of every mailbox is the secret "mailbox". */
  public int imapPort() {
    return platform.ports().of(Ports.Use.IMAP);
  }

  /** Where a school puts its files: {@code in}, {@code work} and {@code done}. */
  public Path dropFolder(String feed) {
    return data.app("education").resolve("drop").resolve(feed);
  }

  /** Where the local mail server keeps what the leads were sent. */
  public Path mailboxes() {
    return data.app(AppProcesses.MAIL).resolve("mailbox");
  }

  /** Bearer token of a feed for the HTTP connector. */
  public String token(String feed) {
    return platform.secrets().token(feed);
  }

  /** Where the console wrote the passwords of its seeded users, if nobody has removed the file. */
  public Path firstPasswords() {
    return AppProcesses.firstPasswords(data);
  }

  public Secrets secrets() {
    return platform.secrets();
  }

  public DataFolder data() {
    return data;
  }

  /** What an app wrote when it began to serve, for example its address. */
  public ReadySign readySign(String app) {
    return new ReadySign(data.run().resolve(app + ".ready"));
  }

  /** The process table. */
  public List<ChildStatus> table() {
    return platform.processes().table();
  }

  /** Writes the class data archives that make the next starts of this build faster. */
  public void writeClassArchives() throws IOException, InterruptedException {
    archives.write(table());
  }

  /** Kills a process (SIGKILL); it is restarted like after any crash. */
  public void kill(String process) {
    platform.processes().kill(process);
  }

  /** Waits until a process serves (again). */
  public void awaitReady(String process, Duration within) {
    platform.processes().awaitReady(process, within);
  }

  @Override
  public String bootstrapServers() {
    return platform.bootstrapServers();
  }

  @Override
  public URI registryUrl() {
    return platform.registryUrl();
  }

  @Override
  public String jdbcUrl() {
    return platform.jdbcUrl();
  }

  @Override
  public String kafkaPassword(String principal) {
    return platform.kafkaPassword(principal);
  }

  @Override
  public String databasePassword(String role) {
    return platform.databasePassword(role);
  }

  @Override
  public void close() {
    platform.close();
    try {
      status.delete();
      Files.deleteIfExists(runningMark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
