package org.safeguardinghub.risk.policy.finding;

/** What a finding would be if one of the events on which it rests were not known. */
public enum Without {
  /** It would not stand. */
  NOT_RAISED,
  /** It would stand, raised on another day. */
  ANOTHER_DAY,
  /** It would stand since the same day and be less urgent. */
  LESS_URGENT,
  /** It would stand since the same day and be more urgent: the event speaks for the child. */
  MORE_URGENT,
  /** It would stand since the same day, as urgent. */
  NO_DIFFERENCE,
  /** So it would without this and others at once; it was not left out alone. */
  NO_DIFFERENCE_TOGETHER,
  /** Nobody tried: there is too much evidence to leave out each piece. */
  NOT_TRIED
}
