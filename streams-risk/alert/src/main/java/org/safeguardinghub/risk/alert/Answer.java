package org.safeguardinghub.risk.alert;

/** What a lead may answer to an alert (domain reference, section 6.4, rung 0). */
public enum Answer {
  ACT,
  ALREADY_KNOWN,
  NOT_RELEVANT,
  WRONG_CHILD,
  NEED_MORE
}
