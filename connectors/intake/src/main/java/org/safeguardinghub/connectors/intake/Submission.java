package org.safeguardinghub.connectors.intake;

import java.util.Optional;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Step;

/**
 * One message of a feed.
 *
 * @param body its text: one JSON object in UTF-8
 * @param idempotencyKey the sender's key, which may stand for an id in the body
 * @param unreadable why the connector itself could make no message of what it received; body is
 *     then what it received
 * @param stableRecord the source keeps its record ids: another content under the same record id is
 *     a correction, not a reuse
 * @param origin receipt of the refused message that this one puts right
 */
public record Submission(
    Sensitive<byte[]> body,
    Optional<Sensitive<String>> idempotencyKey,
    Optional<Refusal> unreadable,
    boolean stableRecord,
    Optional<String> origin) {
  public static Submission of(byte[] body) {
    return of(body, Optional.empty());
  }

  public static Submission of(byte[] body, Optional<String> idempotencyKey) {
    return new Submission(
        Sensitive.of(body),
        idempotencyKey.map(Sensitive::of),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** A message about a record whose id its source keeps when it changes. */
  public static Submission ofStableRecord(byte[] body) {
    return new Submission(
        Sensitive.of(body), Optional.empty(), Optional.empty(), true, Optional.empty());
  }

  /**
   * What a connector could not read: it is refused with this reason, and quarantined like any
   * other.
   */
  public static Submission unreadable(byte[] received, Refusal refusal) {
    return new Submission(
        Sensitive.of(received), Optional.empty(), Optional.of(refusal), false, Optional.empty());
  }

  /**
   * A record of which a form could make no message. It is refused and has a receipt, and nothing of
   * it is kept: there is no message that could be put right.
   *
   * @param mark what tells the record from others of its feed, and is the same when it comes again
   * @param place where it stands and, where that is known, its field at fault
   */
  public static Submission ofRefusedRecord(
      byte[] mark, String reasonCode, String whatToDo, String place) {
    return unreadable(mark, Refusal.at(Step.FORM, reasonCode, whatToDo, place));
  }

  /** What was refused before, put right; its source says what it said then of its record ids. */
  public static Submission ofFixed(
      byte[] body,
      Optional<Sensitive<String>> idempotencyKey,
      boolean stableRecord,
      String refusedReceipt) {
    return new Submission(
        Sensitive.of(body),
        idempotencyKey,
        Optional.empty(),
        stableRecord,
        Optional.of(refusedReceipt));
  }
}
