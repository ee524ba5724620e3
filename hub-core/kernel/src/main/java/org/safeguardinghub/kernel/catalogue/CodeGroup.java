package org.safeguardinghub.kernel.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The members of a code set.
 *
 * @param codes all members, in the order of the catalogue
 * @param conditions for members that belong only with an attribute value: code to that condition
 */
public record CodeGroup(Set<String> codes, Map<String, Condition> conditions) {
  public CodeGroup {
    codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
    conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
  }

  /** Whether an event of this type with these attributes (in wire form) belongs to the set. */
  public boolean contains(String code, Map<String, ?> attributes) {
    Condition condition = conditions.get(code);
    return codes.contains(code)
        && (condition == null || condition.value().equals(attributes.get(condition.attribute())));
  }

  /** An attribute and the code that it must have. */
  public record Condition(String attribute, String value) {}
}
