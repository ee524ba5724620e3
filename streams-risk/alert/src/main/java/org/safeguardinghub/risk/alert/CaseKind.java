package org.safeguardinghub.risk.alert;

/** What social care has open about a child (domain reference, section 5.1, open episode). */
public enum CaseKind {
  /** A child protection plan, or an enquiry under section 47. */
  CHILD_PROTECTION,
  /** Looked after. */
  LOOKED_AFTER,
  /** A child in need, or a Family Help plan. */
  IN_NEED,
  /** An assessment, or a referral that waits for one. */
  ASSESSMENT
}
