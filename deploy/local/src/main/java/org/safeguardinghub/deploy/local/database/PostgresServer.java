package org.safeguardinghub.deploy.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.process.ChildSpec;

/**
 * The database's process: durable, on loopback, every connection by password.
 *
 * @param home the unpacked programs
 * @param data its data folder
 */
public record PostgresServer(Path home, Path data, int port) {
  public static final String NAME = "postgres";

  /** Makes roles and the database, nothing else; no app has its password. */
  public static final String ADMIN = "hub_admin";

  private static final String VERSION = "18";

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Checks the data folder or makes it, aside first, so that a half-made one is never started. */
  public void prepare(String adminPassword, Path log) throws IOException {
    if (Files.exists(data)) {
      Path mark = data.resolve("PG_VERSION");
      String found = Files.exists(mark) ? Files.readString(mark).strip() : "unknown";
      if (!found.equals(VERSION)) {
        throw new StartRefused(
            ExitCode.DATA,
            "%s holds PostgreSQL data of version %s, this hub runs %s: restore it from its backup, or migrate it with pg_upgrade"
                .formatted(data, found, VERSION));
      }
      return;
    }
    Path aside = data.resolveSibling(data.getFileName() + ".new");
    deleteTree(aside);
    Path password = data.resolveSibling("run").resolve("initdb-password");
    OwnerOnly.write(password, adminPassword + "\n");
    try {
      initialise(aside, password, log);
      Files.move(aside, data);
    } finally {
      Files.deleteIfExists(password);
    }
  }

  public ChildSpec spec() {
    List<String> command = new ArrayList<>(program("postgres"));
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "max_connections=60",
            "max_worker_processes=2",
            "io_workers=1",
            "timezone=UTC",
            // Statements and details carry values; the log carries none.
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_parameter_max_length_on_error=0",
            "log_timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    return new ChildSpec(
        NAME,
        0,
        command,
        Map.of("LC_ALL", "C"),
        data,
        this::ready,
        Duration.ofMinutes(2),
        // INT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
        "INT",
        Duration.ofSeconds(15));
  }

  /** The server itself writes its state into its pid file. */
  private boolean ready(long pid) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return lines.size() >= 8
          && lines.get(0).strip().equals(Long.toString(pid))
          && lines.get(7).strip().equals("ready");
    } catch (IOException notYet) {
      return false;
    }
  }

  private void initialise(Path folder, Path password, Path log) throws IOException {
    List<String> command = new ArrayList<>(program("initdb"));
    command.addAll(
        List.of(
            "-D",
            folder.toString(),
            "-U",
            ADMIN,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new StartRefused(
            ExitCode.MACHINE,
            "PostgreSQL could not make its data folder%s; its log: %s"
                .formatted(
                    root() ? " (as root it needs unshare -U: run the hub as another user)" : "",
                    log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IOException("interrupted while PostgreSQL made its data folder", e);
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private List<String> program(String name) {
    String path = home.resolve("bin").resolve(name).toString();
    // PostgreSQL refuses to run as root: in a user namespace of its own it is nobody, with root's
    // files.
    return root() ? List.of("unshare", "-U", path) : List.of(path);
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  private static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
