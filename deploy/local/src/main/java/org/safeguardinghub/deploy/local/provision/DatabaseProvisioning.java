package org.safeguardinghub.deploy.local.provision;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** Roles, the database, and one schema per owner with that owner's migrations. */
public final class DatabaseProvisioning {
  public static final String DATABASE = "hub";

  /** Owns every schema; runs migrations and nothing else. */
  public static final String OWNER = "hub_owner";

  /** The role of the command that reads and changes the lead directory. */
  public static final String DIRECTORY = "hub_directory";

  /** The role of the commands at the quarantine desk. */
  public static final String QUARANTINE = "hub_quarantine";

  /** Roles that apps and commands sign in with. */
  public static final List<String> ROLES =
      List.of(
          "hub_connector_api",
          "hub_connector_education",
          "hub_connector_social_care",
          "hub_connector_agency",
          "hub_connector_police",
          "hub_connector_health",
          "hub_identity",
          "hub_notifier",
          "hub_console",
          DIRECTORY,
          QUARANTINE);

  /** In this order: intake puts what it refuses before the desk. */
  private static final List<String> SCHEMAS =
      List.of("quarantine", "intake", "keys", "notifier", "console");

  private final Function<String, String> urls;
  private final String admin;
  private final Function<String, String> passwords;

  /**
   * @param urls address of a database by its name
   * @param admin role that may make roles and databases
   */
  public DatabaseProvisioning(
      Function<String, String> urls, String admin, Function<String, String> passwords) {
    this.urls = urls;
    this.admin = admin;
    this.passwords = passwords;
  }

  /** Whether roles and schemas are there; cheap, for a later start. */
  public boolean complete() throws SQLException {
    try (Connection connection = as(admin, "postgres")) {
      if (count(connection, "select count(*) from pg_database where datname = ?", DATABASE) == 0) {
        return false;
      }
      for (String role : ROLES) {
        if (count(connection, "select count(*) from pg_roles where rolname = ?", role) == 0) {
          return false;
        }
      }
    }
    return true;
  }

  public void provision() throws SQLException {
    try (Connection connection = as(admin, "postgres")) {
      role(connection, OWNER);
      for (String role : ROLES) {
        role(connection, role);
      }
      if (count(connection, "select count(*) from pg_database where datname = ?", DATABASE) == 0) {
        run(connection, "create database %s owner %s".formatted(DATABASE, OWNER));
      }
      run(connection, "revoke all on database %s from public".formatted(DATABASE));
      run(
          connection,
          "grant connect on database %s to %s".formatted(DATABASE, String.join(", ", ROLES)));
    }
    for (String schema : SCHEMAS) {
      if (DatabaseProvisioning.class.getResource("/db/" + schema) != null) {
        migrate(schema);
      }
    }
  }

  /** The text of every migration by its name: what a fingerprint is made of. */
  public static Map<String, String> scripts() throws IOException {
    Map<String, String> scripts = new TreeMap<>();
    for (String schema : SCHEMAS) {
      URL folder = DatabaseProvisioning.class.getResource("/db/" + schema);
      if (folder == null) {
        continue;
      }
      for (String name : names(folder, "db/" + schema + "/")) {
        try (InputStream script =
            java.util.Objects.requireNonNull(
                DatabaseProvisioning.class.getResourceAsStream("/" + name))) {
          scripts.put(
              name, new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
    return scripts;
  }

  private static List<String> names(URL folder, String prefix) throws IOException {
    if (folder.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarFile().stream()
          .map(java.util.zip.ZipEntry::getName)
          .filter(name -> name.startsWith(prefix) && name.endsWith(".sql"))
          .toList();
    }
    try (Stream<Path> files = Files.list(Path.of(folder.getPath()))) {
      return new ArrayList<>(
          files
              .map(file -> prefix + file.getFileName())
              .filter(name -> name.endsWith(".sql"))
              .toList());
    }
  }

  private void migrate(String schema) {
    Flyway.configure()
        .dataSource(urls.apply(DATABASE), OWNER, passwords.apply(OWNER))
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        .locations("classpath:db/" + schema)
        .load()
        .migrate();
  }

  private void role(Connection connection, String role) throws SQLException {
    boolean there = count(connection, "select count(*) from pg_roles where rolname = ?", role) > 0;
    // Neither role names nor passwords can be parameters of DDL; both are letters, digits, dashes,
    // underscores.
    run(
        connection,
        "%s role %s login nosuperuser nocreatedb nocreaterole password '%s'"
            .formatted(there ? "alter" : "create", role, passwords.apply(role)));
  }

  private Connection as(String role, String database) throws SQLException {
    return DriverManager.getConnection(urls.apply(database), role, passwords.apply(role));
  }

  private static int count(Connection connection, String query, String value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private static void run(Connection connection, String ddl) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ddl);
    }
  }
}
