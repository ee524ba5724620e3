package org.safeguardinghub.console.alert;

/** What a lead decides on reading an alert (domain reference, section 6.4). */
public enum Decision {
  ACT("I will act on this", "Say what you will do, or have done."),
  ALREADY_KNOWN("Already known and being dealt with", "Say where: the case, plan or colleague."),
  NOT_RELEVANT("Not relevant", "Say why the pattern does not mean what it seems to."),
  WRONG_CHILD("Wrong child", "Say what shows that an item belongs to somebody else."),
  NEED_MORE("I need more information first", "Say what you need and from whom.");

  private final String label;
  private final String hint;

  Decision(String label, String hint) {
    this.label = label;
    this.hint = hint;
  }

  public String label() {
    return label;
  }

  public String hint() {
    return hint;
  }
}
