package org.safeguardinghub.kernel.event;

/**
 * Who may see an event, from the widest circle to the narrowest (domain reference, section 1.5).
 */
public enum HandlingClass {
  /** Partner: a low-sensitivity fact, any role in the child's network. */
  H0,
  /** Need to know: the default for concerns. */
  H1,
  /** Sensitive service: sexual health, CAMHS, adult mental health, substance misuse. */
  H2,
  /** Police-restricted: conditions travel with the event. */
  H3,
  /** Location-protected: no address, school, setting, place or area in any field, key or log. */
  H4,
  /**
   * LADO lane: allegations about adults who work with children; never joined into a child's alerts.
   */
  H5;

  /** The stricter of the two: sharing rules are evaluated deny-first and strictest-wins. */
  public HandlingClass strictest(HandlingClass other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
