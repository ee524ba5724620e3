package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DemoTellingTest {
  private static final Instant RECEIVED = Instant.parse("2026-01-31T06:01:00Z");
  private static final Instant ANSWERED = Instant.parse("2026-02-02T17:00:00Z");

  @Test
  void aStewardsAnswerIsNoMessage() {
    StringWriter told = new StringWriter();
    DemoTelling telling = new DemoTelling(new PrintWriter(told), 2);

    telling.sent("S4", RECEIVED, "fablewick-police", "POL-PPN-02", "awaiting_identity");
    telling.answered("S4", ANSWERED, "POL-PPN-02", "a steward's answer: attributed");
    telling.sent("S4", ANSWERED, "fablewick-nhs", "GP-COD-01", "attributed");

    assertThat(told.toString().lines())
        .containsExactly(
            "  [ 1/2]  Sat 31 Jan 06:01  S4  fablewick-police         POL-PPN-02 awaiting identity",
            "          Mon 2 Feb 17:00   S4  steward                  POL-PPN-02 a steward's answer: attributed",
            "  [ 2/2]  Mon 2 Feb 17:00   S4  fablewick-nhs            GP-COD-01  attributed");
  }
}
