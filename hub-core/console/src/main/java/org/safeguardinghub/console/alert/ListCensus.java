package org.safeguardinghub.console.alert;

import java.util.Map;

/**
 * A reader's alerts at a glance.
 *
 * @param counts how many are on each shelf; a shelf without one may be absent
 * @param choices what they can be chosen by
 */
public record ListCensus(Map<Shelf, Integer> counts, ListChoices choices) {
  public ListCensus {
    counts = Map.copyOf(counts);
  }
}
