package org.safeguardinghub.console.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.alert.EventDetail;

/** Puts the reports of one incident together, so that an echo does not read like a second event. */
final class Incidents {
  private static final Comparator<EventDetail> AS_HEARD =
      Comparator.comparing(EventDetail::receivedAt).thenComparing(EventDetail::eventId);

  private final Map<String, List<EventDetail>> byIncident = new HashMap<>();
  private final Map<String, List<EventDetail>> byEvent = new HashMap<>();
  private final List<List<EventDetail>> groups = new ArrayList<>();

  private Incidents() {}

  /**
   * Incidents in the order in which they happened; the reports of each in the order in which the
   * hub heard of them.
   */
  static List<List<EventDetail>> of(List<EventDetail> events) {
    Incidents incidents = new Incidents();
    events.stream().sorted(AS_HEARD).forEach(incidents::add);
    incidents.groups.sort(
        Comparator.comparing((List<EventDetail> group) -> group.getFirst().occurredAt())
            .thenComparing(group -> group.getFirst().eventId()));
    return incidents.groups;
  }

  private void add(EventDetail event) {
    List<EventDetail> group =
        known(byEvent, event.derivedFrom())
            .or(() -> known(byIncident, event.incident()))
            .orElseGet(this::begin);
    group.add(event);
    byEvent.put(event.eventId(), group);
    event.incident().ifPresent(incident -> byIncident.putIfAbsent(incident, group));
  }

  private List<EventDetail> begin() {
    List<EventDetail> group = new ArrayList<>(1);
    groups.add(group);
    return group;
  }

  private static Optional<List<EventDetail>> known(
      Map<String, List<EventDetail>> groups, Optional<String> key) {
    @Nullable List<EventDetail> group = key.map(groups::get).orElse(null);
    return Optional.ofNullable(group);
  }
}
