package org.safeguardinghub.kernel.quarantine;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * A refused message without its content.
 *
 * @param receiptId its receipt, which is its id at the desk
 * @param reason why it was refused
 * @param handling the strictest of its type's class and its sender's; absent where nobody can tell
 * @param receivedAt by the hub's clock
 * @param kept whether its content is still there
 * @param origin the receipt of which it is a resubmission
 * @param became the receipt of its own resubmission
 * @param busy whether a resubmission has been asked for and is not done yet
 */
public record Quarantined(
    String receiptId,
    String feed,
    String agency,
    String connector,
    Reason reason,
    Optional<HandlingClass> handling,
    Instant receivedAt,
    boolean kept,
    Optional<String> origin,
    Optional<String> became,
    boolean busy) {

  /**
   * Why it was refused; nothing here repeats the message.
   *
   * @param step the check that refused it; {@code FORM}: no message could be made of it
   * @param code why, as a code
   * @param explanation what to do, in plain words
   * @param pointer the field at fault: a JSON pointer, or line and column of unreadable text, or
   *     row and column of a file
   */
  public record Reason(String step, String code, String explanation, Optional<String> pointer) {}

  /** The step of a record of which no message was ever made. */
  private static final String FORM = "FORM";

  /** Where a record stands. */
  public enum State {
    WAITING("waiting"),
    BUSY("being resubmitted"),
    RESUBMITTED("resubmitted"),
    GONE("content no longer kept"),
    AT_SOURCE("to be mended where it comes from");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public State state() {
    if (became.isPresent()) {
      return State.RESUBMITTED;
    }
    if (busy) {
      return State.BUSY;
    }
    if (reason.step().equals(FORM)) {
      return State.AT_SOURCE;
    }
    return kept ? State.WAITING : State.GONE;
  }
}
