package org.safeguardinghub.connectors.form.conform;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What would become of one file. Counts and codes only: nothing of its content.
 *
 * @param form name of the form that read it, or {@link #NONE}
 * @param events number of events by type
 * @param noEvents number of items that become none, by reason
 * @param repeated items that stand further up
 * @param refused number of refused items, by step and reason
 */
public record FileReport(
    String form,
    Map<String, Integer> events,
    Map<String, Integer> noEvents,
    int repeated,
    Map<String, Integer> refused) {
  /** No form reads it. */
  public static final String NONE = "-";

  public FileReport {
    events = Collections.unmodifiableMap(new TreeMap<>(events));
    noEvents = Collections.unmodifiableMap(new TreeMap<>(noEvents));
    refused = Collections.unmodifiableMap(new TreeMap<>(refused));
  }

  /** Whether each thing in it has a fate: what was read gave at least one item. */
  public boolean complete() {
    return !events.isEmpty() || !noEvents.isEmpty() || repeated > 0 || !refused.isEmpty();
  }

  /** How many there are. */
  public static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
