package org.safeguardinghub.deploy.local.quarantine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.quarantine.DayCount;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.quarantine.JdbcQuarantine;
import org.safeguardinghub.kernel.quarantine.QuarantineDesk;
import org.safeguardinghub.kernel.quarantine.QuarantineSeal;
import org.safeguardinghub.kernel.quarantine.Quarantined;
import org.safeguardinghub.kernel.sealing.CannotOpenException;
import org.safeguardinghub.kernel.sealing.HubKeys;

/**
 * What the account on the machine may do: see every reason, the content of H0 and H1, and put right
 * what it may see or what nobody can class. Nothing is looked into or changed before the console
 * has put it on the access record.
 */
public final class DeskAccess {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final JdbcQuarantine desk;
  private final HubKeys keys;
  private final String actor;
  private final Supplier<Instant> clock;

  public DeskAccess(JdbcQuarantine desk, HubKeys keys, String actor, Supplier<Instant> clock) {
    this.desk = desk;
    this.keys = keys;
    this.actor = actor;
    this.clock = clock;
  }

  /** The hub's time. */
  public Instant now() {
    return clock.get();
  }

  public List<Quarantined> list(QuarantineDesk.Filter filter) {
    return desk.list(filter);
  }

  public List<DayCount> day(LocalDate day) {
    return desk.day(day);
  }

  public List<Fix> fixes(String receiptId) {
    return desk.fixes(receiptId);
  }

  public Quarantined record(String receiptId) {
    return desk.find(receiptId)
        .orElseThrow(
            () ->
                new StartRefused(
                    ExitCode.FAILED,
                    "nothing was refused under this receipt: ./hub quarantine list shows what was"));
  }

  /** Whether the account may see what a message says. */
  public static boolean shows(Quarantined record) {
    return record
        .handling()
        .filter(handling -> handling.compareTo(HandlingClass.H1) <= 0)
        .isPresent();
  }

  /** Whether the account may change a message, seen or not. */
  public static boolean fixes(Quarantined record) {
    return shows(record) || record.handling().isEmpty();
  }

  /** A message as it was received; opened without being shown. */
  public byte[] content(String receiptId) {
    try {
      return desk.content(receiptId)
          .map(keys::open)
          .orElseThrow(
              () ->
                  new StartRefused(
                      ExitCode.FAILED,
                      "its content is not kept (any more): it must be sent again from where it comes"));
    } catch (CannotOpenException e) {
      throw new StartRefused(
          ExitCode.DATA, "its content cannot be opened: were the keys of this hub replaced?");
    }
  }

  /** Why somebody fixed it. */
  public String reason(Fix fix) {
    try {
      return keys.openText(fix.reason());
    } catch (CannotOpenException e) {
      return "cannot be read";
    }
  }

  /** Puts an opening on the access record. */
  public void opening(String receiptId) {
    record("OPENED", receiptId);
  }

  /**
   * Sends a message in again, and waits for what comes of it.
   *
   * @param body the whole message
   * @return the fix; without an outcome where the connector does not answer
   */
  public Fix resubmit(Quarantined record, byte[] body, String reason) {
    String id = record.receiptId();
    record("CHANGED", id);
    // The same message for the same reason is one fix, until it was tried: a hub that has learned
    // something meanwhile may take what it refused before.
    String word =
        keys.hash(
            "quarantine-fix",
            String.join("|", reason, "" + done(id), new String(body, ISO_8859_1)));
    String fixId = QuarantineSeal.fixId(id, actor, word);
    Fix.Asked asked =
        desk.ask(
            fixId,
            id,
            actor,
            QuarantineSeal.reason(keys, fixId, reason),
            QuarantineSeal.fixed(keys, fixId, body));
    return switch (asked) {
      case ASKED, SAME -> outcome(id, fixId);
      case BUSY ->
          throw new StartRefused(
              ExitCode.FAILED, "somebody else is sending it in again: nothing was sent");
      case DONE ->
          throw new StartRefused(
              ExitCode.FAILED, "it was sent in again meanwhile: nothing was sent");
    };
  }

  private long done(String receiptId) {
    return desk.fixes(receiptId).stream().filter(fix -> fix.outcome().isPresent()).count();
  }

  private Fix outcome(String receiptId, String fixId) {
    await(() -> fix(receiptId, fixId).flatMap(Fix::outcome).isPresent());
    return fix(receiptId, fixId).orElseThrow();
  }

  private Optional<Fix> fix(String receiptId, String fixId) {
    return desk.fixes(receiptId).stream().filter(fix -> fix.id().equals(fixId)).findFirst();
  }

  private void record(String action, String receiptId) {
    String accessId = UUID.randomUUID().toString();
    desk.announce(accessId, actor, action, receiptId);
    if (!await(() -> desk.recorded(accessId))) {
      throw new StartRefused(
          ExitCode.FAILED,
          "the console does not answer, so this cannot be put on the access record: nothing was shown or sent");
    }
  }

  private static boolean await(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    boolean holds = condition.getAsBoolean();
    while (!holds && System.nanoTime() < until) {
      LockSupport.parkNanos(PAUSE.toNanos());
      holds = condition.getAsBoolean();
    }
    return holds;
  }
}
