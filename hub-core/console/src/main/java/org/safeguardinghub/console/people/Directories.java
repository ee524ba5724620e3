package org.safeguardinghub.console.people;

import java.time.Instant;
import java.util.List;

/** The versions of the lead directory; the newest holds. */
public interface Directories {
  Version newest();

  /**
   * Adds a version, which holds when this returns.
   *
   * @param expected number of the version that it was made from
   * @param actor person id
   * @return false, and nothing is changed, if another version came in between
   */
  boolean add(long expected, LeadDirectory directory, String actor, String reason);

  /** The changes, the latest first. */
  List<Change> changes(int limit);

  /** A version, with everybody who has left and everything that has not begun. */
  record Version(long number, LeadDirectory directory) {}

  /**
   * Who made a version, when and why.
   *
   * @param actor person id, {@code account:<name>} for somebody at the machine, or {@code hub}
   */
  record Change(long number, String actor, String reason, Instant at) {}
}
