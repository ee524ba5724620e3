package org.safeguardinghub.risk.identity;

/** What comparing one field gave. Missing is not disagreement. */
public enum FieldOutcome {
  AGREE,
  DISAGREE,
  MISSING
}
