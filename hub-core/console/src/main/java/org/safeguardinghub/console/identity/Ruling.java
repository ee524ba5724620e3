package org.safeguardinghub.console.identity;

import java.time.Instant;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * What a steward says.
 *
 * @param rulingId the same form sent twice is one ruling
 * @param taskId the question that it answers, or an id of its own
 */
public record Ruling(
    String rulingId, String taskId, String personId, What what, Sealed reason, Instant at) {
  /** What is said. */
  public sealed interface What {
    /** The message, or the child, is this child. */
    record Same(String childRef) implements What {}

    /** It is none of those asked about, and never will be. */
    record Different() implements What {}

    /** It is a child of its own, as far as anybody knows. */
    record New() implements What {}

    /** Two children are to be compared. */
    record Compare(String childRef, String otherChildRef) implements What {}

    /** The child is adopted: nothing under another name is joined to it. */
    record AdoptionWall(String childRef) implements What {
      /** Code of the decision that it becomes. */
      static final String KIND = "ADOPTION_WALL";
    }

    /** An earlier decision is taken back. */
    record Undo(String decisionId) implements What {}
  }
}
