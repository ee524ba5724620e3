package org.safeguardinghub.risk.policy.rule;

/** What children's social care can have open about a child. */
public enum EpisodeKind {
  REFERRAL("a referral"),
  ASSESSMENT("an assessment"),
  S47("a child protection enquiry"),
  CP("a child protection plan"),
  CIN("a child in need plan"),
  LAC("looked after");

  private final String words;

  EpisodeKind(String words) {
    this.words = words;
  }

  /** In plain words. */
  public String words() {
    return words;
  }
}
