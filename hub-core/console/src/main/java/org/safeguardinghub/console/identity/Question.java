package org.safeguardinghub.console.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * A question to an identity steward.
 *
 * @param why code of the reason for asking
 * @param childRef the child that is compared as a whole; empty where one message is asked about
 * @param claims what the message claims, sealed
 * @param level level of the message, 1 to 4
 * @param candidates who may be meant, the likeliest first
 * @param protectedIdentity for the stewards of protected identities only
 */
public record Question(
    String taskId,
    boolean open,
    String why,
    Optional<String> childRef,
    Optional<Sealed> claims,
    int level,
    Instant openedAt,
    Instant dueAt,
    List<Candidate> candidates,
    boolean protectedIdentity) {
  public Question {
    candidates = List.copyOf(candidates);
  }

  /**
   * A child that may be meant.
   *
   * @param weight in hundredths of a bit: above 0 one person is likelier than two
   */
  public record Candidate(String childRef, int weight, List<Line> lines) {
    public Candidate {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One field.
   *
   * @param agrees empty where one side says nothing
   * @param weight in hundredths of a bit; empty where it was not weighed
   */
  public record Line(
      String field, Optional<Boolean> agrees, String how, Optional<Integer> weight) {}

  /** Whether this child is among those asked about. */
  boolean names(String childRef) {
    return candidates.stream().anyMatch(candidate -> candidate.childRef().equals(childRef));
  }
}
