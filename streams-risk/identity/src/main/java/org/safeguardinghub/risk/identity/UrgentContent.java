package org.safeguardinghub.risk.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.CodeSet;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/**
 * Content that cannot wait for an answer about identity: level 4, or an event that alone completes
 * P01.
 */
public final class UrgentContent {
  private static final int CRITICAL_LEVEL = 4;
  private static final int NON_MOBILE_MONTHS = 6;
  private static final ZoneId LOCAL = ZoneId.of("Europe/London");

  /** Injuries that are by their type a non-mobile baby's. */
  private static final Set<String> NON_MOBILE_TYPES = Set.of("ED-PHY-02", "HV-PHY-01");

  private final EventCatalogue catalogue;

  public UrgentContent(EventCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Whether an event with this content is urgent. */
  public boolean is(
      String type,
      int level,
      Map<String, ?> attributes,
      Optional<LocalDate> born,
      Instant occurred) {
    return level >= CRITICAL_LEVEL
        || NON_MOBILE_TYPES.contains(type)
        || (catalogue.inSet(CodeSet.INJURY, type, attributes)
            && nonMobile(attributes.get("nonMobile"), born, occurred));
  }

  private static boolean nonMobile(
      @Nullable Object said, Optional<LocalDate> born, Instant occurred) {
    if (said instanceof Boolean answer) {
      return answer;
    }
    LocalDate day = occurred.atZone(LOCAL).toLocalDate();
    return born.filter(date -> day.isBefore(date.plusMonths(NON_MOBILE_MONTHS))).isPresent();
  }
}
