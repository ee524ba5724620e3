package org.safeguardinghub.risk.identity.model;

import java.util.List;
import org.safeguardinghub.risk.identity.compare.FieldComparator;

/**
 * Fields whose values are compared by one comparator and may stand in each other's place.
 *
 * @param fields their indexes
 * @param comparator reads and compares their values
 * @param dictionary their values
 */
public record Group(List<Integer> fields, FieldComparator comparator, Dictionary dictionary) {
  public Group {
    fields = List.copyOf(fields);
  }

  /** Whether values may stand in the wrong one of two fields. */
  boolean crossable() {
    return fields.size() > 1;
  }
}
