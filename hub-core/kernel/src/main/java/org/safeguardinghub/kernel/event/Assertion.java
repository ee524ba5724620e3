package org.safeguardinghub.kernel.event;

/** How the publisher knows, or what became of what it said (domain reference, section 4.1). */
public enum Assertion {
  OBSERVED,
  DISCLOSED,
  REPORTED,
  SUSPECTED,
  OPINION,
  DENIED,
  RETRACTED,
  UNFOUNDED;

  /** Retracted and unfounded reports stay visible with that label and count for nothing. */
  public boolean counts() {
    return this != RETRACTED && this != UNFOUNDED;
  }
}
