package org.safeguardinghub.kernel.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the attributes of one event.
 *
 * @param accepted those that fit, parsed
 * @param refused those that do not; an event with any is to be refused as a whole
 */
public record CheckedAttributes(
    Map<String, AttributeValue> accepted, List<AttributeCheck.Refused> refused) {
  public CheckedAttributes {
    accepted = Collections.unmodifiableMap(new LinkedHashMap<>(accepted));
    refused = List.copyOf(refused);
  }

  /** Whether all fit. */
  public boolean sound() {
    return refused.isEmpty();
  }
}
