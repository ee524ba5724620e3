package org.safeguardinghub.kernel.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * A type of event.
 *
 * @param code its code: agency prefix, category, number
 * @param title what it is called
 * @param category what it is about, unless the attribute {@code harmType} says otherwise
 * @param defaultLevel level of need 1 to 4 where the publisher proposes none
 * @param sourceAgency who publishes it
 * @param sourceSystem systems that it typically comes from
 * @param handling default handling class
 * @param halfLifeDays half-life in the display-only load; empty for a process event
 * @param attributes exactly those that it may carry, by name, in the order of the catalogue
 * @param fact a fact without blame: about somebody whom the hub does not hold it is not stored
 * @param family origin family
 * @param note a rule that it carries, in words
 */
public record EventType(
    String code,
    String title,
    Category category,
    int defaultLevel,
    String sourceAgency,
    String sourceSystem,
    HandlingClass handling,
    OptionalInt halfLifeDays,
    Map<String, Attribute> attributes,
    boolean fact,
    OriginFamily family,
    Optional<String> note) {
  /** The version that events say that they were written against. */
  public static final int VERSION = 1;

  public EventType {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /**
   * A process event opens and closes clocks and episodes and never counts. HOM-REG-01 is none: it
   * has a half-life.
   */
  public boolean process() {
    return halfLifeDays.isEmpty();
  }

  /** A protective event counts, but less. */
  public boolean protective() {
    return category == Category.PROT;
  }

  /** Belongs to the lane of allegations about adults. */
  public boolean adultLane() {
    return handling == HandlingClass.H5;
  }

  /**
   * Whether events of this type can count as concerns in a child's patterns. An event may still
   * not: echoes, sealed, retracted and the like are properties of the event.
   */
  public boolean concern() {
    return family.counts() && !process() && !protective() && !adultLane();
  }
}
