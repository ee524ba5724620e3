package org.safeguardinghub.console.referral;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;

/**
 * A provider whose people report by the form.
 *
 * @param agency its code, which is its feed's
 * @param family code of its family: it reports what such agencies report
 */
public record Provider(String agency, String family) {
  /**
   * What it can report. Allegations about staff are none of it: they go to the LADO, by telephone.
   */
  public List<EventType> types(EventCatalogue catalogue) {
    Set<String> prefixes =
        catalogue.types().stream()
            .filter(type -> type.family().name().equals(family))
            .map(Provider::prefix)
            .collect(Collectors.toSet());
    return catalogue.types().stream()
        .filter(type -> prefixes.contains(prefix(type)) && !type.adultLane())
        .sorted(Comparator.comparing(EventType::title))
        .toList();
  }

  private static String prefix(EventType type) {
    return type.code().substring(0, type.code().indexOf('-'));
  }
}
