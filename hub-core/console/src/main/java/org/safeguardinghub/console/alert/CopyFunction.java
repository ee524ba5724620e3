package org.safeguardinghub.console.alert;

/**
 * What the reader of a copy is there for, and what a copy shows for it (domain reference, section
 * 6.3). In the order of what is shown, most first; whatever a function is not said to see, it does
 * not.
 */
public enum CopyFunction {
  SOCIAL_CARE(Items.BY_CLASS, true),
  POLICE(Items.BY_CLASS, true),
  HEALTH(Items.BY_CLASS, true),
  YOUTH_JUSTICE(Items.OWN, true),
  /** Whoever offers a child that was missing the interview on its return. */
  RETURN_INTERVIEW(Items.OWN, true),
  SCHOOL(Items.OWN, false),
  /** A children's home. */
  HOME(Items.OWN, false),
  HOUSING(Items.NONE, false),
  /** The running of the hub; about no child. */
  OPERATION(Items.NONE, true),
  /** Of a later version. */
  UNKNOWN(Items.NONE, false);

  private final Items items;
  private final boolean reasons;

  CopyFunction(Items items, boolean reasons) {
    this.items = items;
    this.reasons = reasons;
  }

  /** Which of the reports that an alert rests on are shown, each by day and kind, without words. */
  public enum Items {
    /** Those of the reader's handling class, and how many others there are. */
    BY_CLASS,
    /** What the reader's own agency reported, and how many others there are. */
    OWN,
    /** None, and not how many. */
    NONE
  }

  public Items items() {
    return items;
  }

  /** Whether it is shown what an alert was raised for. */
  public boolean reasons() {
    return reasons;
  }
}
