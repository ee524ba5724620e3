package org.safeguardinghub.deploy.local.journey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/**
 * What agencies send, what becomes of it, and what the console shows of it, on one hub with the
 * connectors of several agencies. To start a hub takes longer than most journeys.
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

  /** Before others send: a steward's case wants no alert to come that is none of its own. */
  @Nested
  @Order(2)
  @TestClassOrder(ClassOrderer.OrderAnnotation.class)
  final class InBrowser {
    // Before each: of a group that is skipped as a whole, not every case is listed.
    @BeforeEach
    void start() {
      Chromium.start();
    }

    @AfterAll
    static void stop() {
      Chromium.stop();
    }

    @Nested
    @Order(1)
    final class Steward extends StewardCases {}

    @Nested
    @Order(2)
    final class Lead extends LeadCases {}

    @Nested
    @Order(3)
    final class Administrator extends DirectoryCases {}

    @Nested
    @Order(3)
    final class Home extends ReferralCases {}

    /** After the lead: it reads a copy of the lead's alert. */
    @Nested
    @Order(3)
    final class Nurse extends CopyCases {}
  }

  @Nested
  @Order(3)
  final class BadInput extends BadInputCases {}

  @Nested
  @Order(3)
  final class FileConnectors extends FileConnectorsCases {}

  @Nested
  @Order(3)
  final class Quarantine extends QuarantineCases {}

  /** Last: it stops the hub and searches its files, with all that the others left there. */
  @Nested
  @Order(4)
  final class Privacy extends PrivacyCases {}
}
