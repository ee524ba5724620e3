package org.safeguardinghub.kernel.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * An attribute that events of some types may carry.
 *
 * @param name its name, as sent
 * @param type its type
 * @param hashed whether intake replaces the value by a keyed hash
 * @param place whether the value tells where somebody is: forbidden when the handling class is H4,
 *     always hashed
 * @param purpose what it says
 * @param usedBy patterns and clocks that read it
 */
public record Attribute(
    String name,
    AttributeType type,
    boolean hashed,
    boolean place,
    String purpose,
    List<String> usedBy) {
  public Attribute {
    usedBy = List.copyOf(usedBy);
  }

  /** Checks a value under the event's effective handling class. */
  public AttributeCheck check(@Nullable Object value, HandlingClass effective) {
    if (place && effective == HandlingClass.H4) {
      return new AttributeCheck.Refused(
          name,
          AttributeCheck.Reason.FORBIDDEN_WHEN_LOCATION_PROTECTED,
          "'"
              + name
              + "' tells where somebody is: leave it out of a location-protected (H4) event");
    }
    return type.check(name, value);
  }
}
