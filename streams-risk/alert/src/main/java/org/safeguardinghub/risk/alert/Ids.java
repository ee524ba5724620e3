package org.safeguardinghub.risk.alert;

import org.safeguardinghub.kernel.subject.ShortHash;

/**
 * Ids that follow from what they name: the same input gives the same id, whoever computes it and
 * whenever, so that a repeat can be told from something new.
 */
final class Ids {
  private Ids() {}

  /** The id of the alert that a finding began. */
  static String alert(String findingId) {
    return "a-" + ShortHash.of("alert", findingId);
  }

  /** The id of the due time that a version of an alert set. */
  static String deadline(String alertId, long version) {
    return alertId + "/due/" + version;
  }

  /** The id of the time by when something agreed about an alert is to be done. */
  static String planned(String alertId, String plannedId) {
    return alertId + "/plan/" + plannedId;
  }

  static String notification(
      String alertId, Template template, long version, int rung, String personId) {
    return "n-"
        + ShortHash.of(
            "notification",
            alertId,
            template.name(),
            Long.toString(version),
            Integer.toString(rung),
            personId);
  }
}
