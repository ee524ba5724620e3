package org.safeguardinghub.risk.identity.model;

import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * One thing that is compared of two records: a field, or whether two fields of a group stand in
 * each other's place.
 *
 * @param name as reports call it
 * @param field index of the field; -1 for the order of a group's fields
 * @param sharing with whom it is shared
 * @param scale the answers that there can be
 */
public record Feature(String name, int field, Sharing sharing, List<Agreement> scale) {
  public Feature {
    scale = List.copyOf(scale);
  }

  /** Whether two people of one household share it no more often than strangers. */
  boolean own() {
    return sharing == Sharing.OWN;
  }

  /** Whether with this answer it matters which value is shared: a rare one tells more. */
  public boolean tells(Agreement answer) {
    return field >= 0 && (answer == Agreement.EXACT || answer == Agreement.SAME_LETTERS);
  }
}
