package org.safeguardinghub.console.page;

import java.util.List;

/**
 * What became of a feed's messages of today.
 *
 * @param counts in the order of the table's heading
 * @param out what does not add up; empty where everything does
 */
public record DayRow(String name, List<Long> counts, String out) {
  public DayRow {
    counts = List.copyOf(counts);
  }
}
