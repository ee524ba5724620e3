package org.safeguardinghub.risk.policy.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses events by type and attribute.
 *
 * @param codes event type codes; the reader has resolved the named code sets into them
 * @param condition an attribute that the event must have with a value
 */
public record EventSelector(Set<String> codes, Optional<Condition> condition) {
  public EventSelector {
    codes = Set.copyOf(codes);
  }

  /** Whether an event of this type with these attributes is chosen. */
  public boolean selects(String type, Map<String, Object> attributes) {
    return codes.contains(type) && (condition.isEmpty() || condition.get().holds(attributes));
  }

  /**
   * A condition on one attribute.
   *
   * @param attribute its name
   * @param is the values, as text, of which it must have one
   */
  public record Condition(String attribute, List<String> is) {
    public Condition {
      is = List.copyOf(is);
    }

    /** Whether the attribute is there and has one of the values, or any of them among several. */
    public boolean holds(Map<String, Object> attributes) {
      Object value = attributes.get(attribute);
      return value instanceof Collection<?> several
          ? several.stream().map(Objects::toString).anyMatch(is::contains)
          : value != null && is.contains(value.toString());
    }
  }
}
