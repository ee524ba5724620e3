package org.safeguardinghub.console.alert;

/**
 * What a finding would be if one of its items were not known, as the hub found by leaving it out.
 */
public enum Without {
  NOT_RAISED,
  ANOTHER_DAY,
  LESS_URGENT,
  MORE_URGENT,
  NO_DIFFERENCE,
  /** It was left out together with others only. */
  NO_DIFFERENCE_TOGETHER,
  NOT_TRIED
}
