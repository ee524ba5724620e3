package org.safeguardinghub.deploy.local.journey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** What agencies send, on one hub with the connectors of several of them. */
final class ConnectorsIT {
  private static TemporaryHub temporary;

  @BeforeAll
  static void start() {
    temporary = TemporaryHub.withConnectors("social-care", "agency", "police", "sftp");
  }

  @AfterAll
  static void stop() {
    temporary.close();
  }

  /** The hub on which all cases run. */
  static TemporaryHub temporary() {
    return temporary;
  }

  @Nested
  final class BadInput extends BadInputCases {}

  @Nested
  final class FileConnectors extends FileConnectorsCases {}

  @Nested
  final class Quarantine extends QuarantineCases {}
}
