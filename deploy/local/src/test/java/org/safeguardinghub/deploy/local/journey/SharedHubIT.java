package org.safeguardinghub.deploy.local.journey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/**
 * What agencies send, and what becomes of it, on one hub with the connectors of several of them. To
 * start a hub takes longer than most journeys.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
final class SharedHubIT {
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

  /** First: it counts all alerts that there are. */
  @Nested
  @Order(1)
  final class PolicyLife extends PolicyLifeCases {}

  @Nested
  @Order(2)
  final class BadInput extends BadInputCases {}

  @Nested
  @Order(2)
  final class FileConnectors extends FileConnectorsCases {}

  @Nested
  @Order(2)
  final class Quarantine extends QuarantineCases {}

  /** Last: it stops the hub and searches its files, with all that the others left there. */
  @Nested
  @Order(3)
  final class Privacy extends PrivacyCases {}
}
