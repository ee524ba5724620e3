package org.safeguardinghub.kernel.quarantine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/** The desk's rows, as the console and the command line may read and add to them. */
public interface QuarantineDesk {
  /** So many records at most are listed. */
  int LIST_MAX = 500;

  /**
   * Which records.
   *
   * @param since received then or later, by the hub's clock
   */
  record Filter(Optional<String> agency, Optional<String> feed, Optional<Instant> since) {
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The newest records that match, newest first; at most {@link #LIST_MAX}. */
  List<Quarantined> list(Filter filter);

  Optional<Quarantined> find(String receiptId);

  /** A record's sealed content; absent where it is not kept, or no longer. */
  Optional<Sealed> content(String receiptId);

  /** What was asked for about a record, oldest first. */
  List<Fix> fixes(String receiptId);

  /**
   * Asks for a resubmission.
   *
   * @param reason sealed with {@link QuarantineSeal#reason}
   * @param content the whole message, sealed with {@link QuarantineSeal#fixed}
   */
  Fix.Asked ask(String fixId, String receiptId, String actor, Sealed reason, Sealed content);

  /** The counts of a day in London, a line for each feed that has any, by feed. */
  List<DayCount> day(LocalDate day);
}
