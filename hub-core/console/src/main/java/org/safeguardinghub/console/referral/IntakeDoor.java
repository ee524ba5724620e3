package org.safeguardinghub.console.referral;

/** The hub's intake, as any sender reaches it. */
public interface IntakeDoor {
  /** Sends a message in the name of a provider. The same message again is harmless. */
  Answer send(String agency, byte[] message);

  /** Asks what became of what a provider sent. */
  Fate fate(String agency, String receiptId);

  /** What the intake says to a message. */
  sealed interface Answer {
    /** Recorded: it will not be lost. */
    record Received(String receiptId) implements Answer {}

    /** Not taken in. */
    record Refused(Refusal refusal) implements Answer {}

    /** It cannot be told whether it arrived: the same is sent again. */
    record Away() implements Answer {}
  }

  /**
   * Why a message was not taken in.
   *
   * @param receiptId under which it waits at the desk of refused messages; empty where it does not
   * @param pointer where in the message; empty where the whole is meant
   */
  record Refusal(
      String receiptId, String step, String reasonCode, String pointer, String explanation) {}

  /** What became of a message. */
  sealed interface Fate {
    /**
     * In the intake's words.
     *
     * @param ledToAlert {@code yes}, {@code no}, or {@code withheld} from its sender
     * @param answer what the person who is responsible for the alert decided; empty where nothing
     *     is told of that
     */
    record Known(String status, String ledToAlert, String answer) implements Fate {}

    /** The intake holds no such receipt of this provider. */
    record Unknown() implements Fate {}

    /** It cannot be asked now. */
    record Away() implements Fate {}
  }
}
