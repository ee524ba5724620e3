package org.safeguardinghub.risk.identity.model;

import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * One thing that is compared of two records: a field, or whether two fields of a group stand in
 * each other's place.
 *
 * @param name as reports call it
 * @param field index of the field; -1 for the order of a group's fields
 * @param scale the answers that there can be
 */
public record Feature(String name, int field, List<Agreement> scale) {
  public Feature {
    scale = List.copyOf(scale);
  }
}
