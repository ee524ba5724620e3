package org.safeguardinghub.console.alert;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a reader's alerts can be chosen by.
 *
 * @param patterns code and title of each that stands in one of them
 * @param agencies codes of those who reported something that the reader may see
 */
public record ListChoices(SortedMap<String, String> patterns, List<String> agencies) {
  /** Nothing to choose by. */
  public static final ListChoices NONE = new ListChoices(new TreeMap<>(), List.of());

  public ListChoices {
    patterns = Collections.unmodifiableSortedMap(new TreeMap<>(patterns));
    agencies = List.copyOf(agencies);
  }
}
