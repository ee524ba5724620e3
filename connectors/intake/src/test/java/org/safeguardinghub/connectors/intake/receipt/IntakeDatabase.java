package org.safeguardinghub.connectors.intake.receipt;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** A real PostgreSQL with the intake's tables, as the scripts make them. */
public final class IntakeDatabase {
  private static final List<String> BEFORE_PARCELS =
      List.of(
          "V1__receipts.sql",
          "V2__record_revisions.sql",
          "V3__file_connectors.sql",
          "V4__health_connector.sql",
          "V5__police_connector.sql",
          "V6__quarantine_and_days.sql");
  private static final List<String> AFTER =
      List.of(
          "V7__parcels.sql",
          "V8__feed_types.sql",
          "V9__answers.sql",
          "V10__feedback.sql",
          "V11__records_without_a_message.sql",
          "V12__one_index_less.sql");

  private IntakeDatabase() {}

  /**
   * Starts one.
   *
   * @param left what an earlier release left in its tables, as SQL
   */
  public static EmbeddedPostgres start(String left) throws IOException, SQLException {
    EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create role hub_connector_api login; create role hub_connector_education login;"
              + " create role hub_connector_social_care login; create role hub_connector_agency login;"
              + " create role hub_connector_health login; create role hub_connector_police login;"
              + " create role hub_console login; create role hub_quarantine login");
      statement.execute("create schema quarantine");
      statement.execute(resource("/db/quarantine/V1__quarantine.sql"));
      for (String script : BEFORE_PARCELS) {
        statement.execute(resource("/db/intake/" + script));
      }
      statement.execute(left);
      for (String script : AFTER) {
        statement.execute(resource("/db/intake/" + script));
      }
    }
    return postgres;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = IntakeDatabase.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
