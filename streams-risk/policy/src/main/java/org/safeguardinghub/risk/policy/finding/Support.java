package org.safeguardinghub.risk.policy.finding;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each event does for a finding, found by leaving events out and evaluating again.
 *
 * @param without for each event of the evidence, what the finding would be without it; empty where
 *     nobody has asked yet
 * @param smallest events that are enough by themselves: with no other evidence than these it would
 *     stand since the same day, and with one less it would not. There may be other such groups.
 *     Empty where there is too much evidence to be sure
 */
public record Support(Map<String, Without> without, Set<String> smallest) {
  /** Nobody has asked yet. */
  public static final Support NOT_ASKED = new Support(Map.of(), Set.of());

  public Support {
    without = Collections.unmodifiableSortedMap(new TreeMap<>(without));
    smallest = Collections.unmodifiableSet(new TreeSet<>(smallest));
  }
}
