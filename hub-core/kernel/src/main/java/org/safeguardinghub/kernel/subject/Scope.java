package org.safeguardinghub.kernel.subject;

import java.util.Locale;

/** What a timeline is about (domain reference, section 5.1). */
public enum Scope {
  CHILD,
  UNBORN,
  HOUSEHOLD,
  PLACE,
  SETTING,
  ADULT,
  /** A role of the lead directory: what the hub has to say about itself, never about a child. */
  ROLE,
  /** An onboarded sender: that nothing is heard of it, never what it said. */
  FEED;

  /** Whether it is about the hub itself, and about no child and no adult. */
  public boolean ofTheHub() {
    return this == ROLE || this == FEED;
  }

  /** The word that begins a typed subject reference. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
