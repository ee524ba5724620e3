package org.safeguardinghub.console.app;

import java.time.Duration;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.kernel.quarantine.JdbcQuarantine;

/**
 * Puts on the access record what the command line is about to look into or change at the quarantine
 * desk; the command waits for it. A crash in between may record it twice, never not at all.
 */
public final class DeskAccesses implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(500);

  private final JdbcQuarantine desk;
  private final AuditTrail audit;
  private final Rounds rounds = new Rounds("desk-accesses", EVERY, this::take);

  public DeskAccesses(JdbcQuarantine desk, AuditTrail audit) {
    this.desk = desk;
    this.audit = audit;
  }

  public void start() {
    rounds.start();
  }

  /** Takes over what was announced. */
  public void take() {
    for (JdbcQuarantine.Announced announced : desk.toRecord()) {
      audit.write(
          announced.actor(),
          Action.valueOf(announced.action()),
          "quarantine",
          announced.receiptId());
      desk.putOnRecord(announced.accessId());
    }
  }

  @Override
  public void close() {
    rounds.close();
  }
}
