package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * What people agreed and decided about an alert, in the order in which it was recorded. Words are
 * sealed until a page opens them.
 *
 * @param plan what agencies are to do
 * @param sharing what is shared with whom, and what is not
 */
public record Minutes(List<Planned> plan, List<Shared> sharing) {
  /** As many of each as an alert holds; see the alert's rules. */
  public static final int MOST = 40;

  public static final Minutes NONE = new Minutes(List.of(), List.of());

  public Minutes {
    plan = List.copyOf(plan);
    sharing = List.copyOf(sharing);
  }

  /**
   * Something that somebody is to do.
   *
   * @param told whom the hub told of it; empty where it could tell nobody
   */
  public record Planned(
      String id,
      Sealed what,
      Party who,
      Instant dueAt,
      String personId,
      Instant at,
      Sealed reason,
      Optional<Outcome> outcome,
      Optional<String> told) {
    public boolean open() {
      return outcome.isEmpty();
    }

    public boolean overdue(Instant now) {
      return open() && dueAt.isBefore(now);
    }
  }

  /** Who is to do it: a person id, a role, or the code of an agency. */
  public record Party(Kind kind, String ref) {
    /** What {@code ref} is. */
    public enum Kind {
      PERSON,
      ROLE,
      AGENCY,
      /** Of a later version: shown as somebody. */
      OTHER
    }
  }

  /**
   * What came of it.
   *
   * @param done false where it was not done and will not be
   */
  public record Outcome(boolean done, String personId, Instant at, Sealed reason) {}

  /**
   * A decision to share, or not to.
   *
   * @param basis code of the legal gateway, or of the ground for not sharing
   */
  public record Shared(
      String id,
      boolean shared,
      Sealed withWhom,
      Sealed what,
      String basis,
      String personId,
      Instant at,
      Sealed reason) {}

  public Optional<Planned> planned(String id) {
    return plan.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** What is still to be done, the next first. */
  public List<Planned> toDo() {
    return plan.stream()
        .filter(Planned::open)
        .sorted(Comparator.comparing(Planned::dueAt).thenComparing(Planned::id))
        .toList();
  }

  /** When the next of it is due. */
  public Optional<Instant> nextDue() {
    return toDo().stream().map(Planned::dueAt).findFirst();
  }

  public List<Planned> overdue(Instant now) {
    return toDo().stream().filter(one -> one.overdue(now)).toList();
  }
}
