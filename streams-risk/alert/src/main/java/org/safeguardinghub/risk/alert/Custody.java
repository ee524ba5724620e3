package org.safeguardinghub.risk.alert;

import java.util.Optional;

/**
 * Whose an alert is.
 *
 * @param owner exactly one
 * @param ladderRole the role from which the ladder goes up
 * @param ladderAgency the agency of that role, where it is held per agency
 * @param rung reached rung, from 0
 * @param directoryVersion the directory that was used
 */
public record Custody(
    Owner owner,
    String ladderRole,
    Optional<String> ladderAgency,
    int rung,
    long directoryVersion) {
  /** The same ladder with another owner, on another rung. */
  Custody passedTo(Owner other, int reached, Moment moment) {
    return new Custody(other, ladderRole, ladderAgency, reached, moment.directory().version());
  }
}
