package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Optional;

/**
 * What waits in the roles below a manager. It names no child: an alert is for its owner.
 *
 * @param summary how much waits, in a sentence
 * @param burdens by lead, the heaviest first
 * @param overduePlans what was agreed and is overdue, the longest first
 * @param longest what has waited longest
 */
public record TeamPage(
    String summary, List<Burden> burdens, List<Waiting> longest, List<OverduePlan> overduePlans) {
  public TeamPage {
    burdens = List.copyOf(burdens);
    longest = List.copyOf(longest);
    overduePlans = List.copyOf(overduePlans);
  }

  /**
   * What waits with one lead.
   *
   * @param critical how many are critical
   * @param climbed how many came from below because nobody answered there
   * @param longest since when the oldest waits
   */
  public record Burden(
      String who, int waiting, int overdue, int critical, int climbed, String longest) {}

  /**
   * Something that was agreed about an alert and is overdue. What it is stands on the alert.
   *
   * @param who who is to do it
   * @param owner whose alert it is
   */
  public record OverduePlan(String who, String due, String owner) {}

  /**
   * An alert that waits.
   *
   * @param path its page, where the manager may open it
   */
  public record Waiting(
      Tag severity,
      List<String> patterns,
      String who,
      String since,
      String due,
      boolean overdue,
      String ladder,
      Optional<String> path) {
    public Waiting {
      patterns = List.copyOf(patterns);
    }
  }
}
