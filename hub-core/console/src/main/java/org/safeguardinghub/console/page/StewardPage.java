package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.identity.Steward;

/** What the pages of identity stewards show. */
public final class StewardPage {
  private StewardPage() {}

  /**
   * The queue, and what was decided lately.
   *
   * @param ofProtected whether the reader is a steward of protected identities
   */
  public record Queue(
      List<Waiting> waiting,
      List<Decided> decided,
      boolean ofProtected,
      List<Steward.Fault> faults) {
    public String faultOf(String field) {
      return fault(faults, field);
    }
  }

  /**
   * One question in the queue.
   *
   * @param candidates how many children may be meant
   */
  public record Waiting(
      String path,
      String why,
      String level,
      String due,
      boolean overdue,
      String asked,
      int candidates,
      boolean protectedIdentity,
      boolean open) {}

  /**
   * A decision of a person.
   *
   * @param undoPath where it can be taken back
   */
  public record Decided(
      Optional<String> undoPath,
      String what,
      String children,
      String by,
      String reason,
      boolean undone) {}

  /** A question with both records side by side. */
  public record Asked(
      Waiting question,
      List<Row> alone,
      List<Comparison> comparisons,
      List<Choice> choices,
      String actionId,
      String reason,
      List<Steward.Fault> faults) {
    public String faultOf(String field) {
      return fault(faults, field);
    }
  }

  /** One candidate against what is said. */
  public record Comparison(String title, String childRef, String overall, List<Row> rows) {}

  /** One field of both. */
  public record Row(String field, String said, String held, String how, String weight) {}

  /** One answer to choose. */
  public record Choice(String value, String label, String hint, boolean chosen) {}

  /** A decision that is about to be taken back. */
  public record TakingBack(
      Decided decision, String actionId, String reason, List<Steward.Fault> faults) {
    public String faultOf(String field) {
      return fault(faults, field);
    }
  }

  private static String fault(List<Steward.Fault> faults, String field) {
    return faults.stream()
        .filter(fault -> fault.field().equals(field))
        .map(Steward.Fault::message)
        .findFirst()
        .orElse("");
  }
}
