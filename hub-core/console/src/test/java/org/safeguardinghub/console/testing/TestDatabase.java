package org.safeguardinghub.console.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL server with the console's tables, for the time of one test class. */
public final class TestDatabase implements AutoCloseable {
  private final Path folder;
  private final EmbeddedPostgres server;

  private TestDatabase(Path folder, EmbeddedPostgres server) {
    this.folder = folder;
    this.server = server;
  }

  public static TestDatabase start() {
    try {
      Path folder = Files.createTempDirectory("console-postgres");
      EmbeddedPostgres server =
          EmbeddedPostgres.builder().setOverrideWorkingDirectory(folder.toFile()).start();
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create role hub_console login password 'x'");
        statement.execute("create role hub_directory login password 'x'");
      }
      Flyway.configure()
          .dataSource(server.getPostgresDatabase())
          .schemas("console")
          .locations("db/console")
          .load()
          .migrate();
      return new TestDatabase(folder, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Connections with the grants that the console has, and no others. */
  public DataSource asConsole() {
    return as("hub_console");
  }

  /** Connections with the grants of a role. */
  public DataSource as(String role) {
    return server.getDatabase(role, "postgres");
  }

  @Override
  public void close() {
    try {
      server.close();
      List<Path> files;
      try (Stream<Path> walk = Files.walk(folder)) {
        files = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
