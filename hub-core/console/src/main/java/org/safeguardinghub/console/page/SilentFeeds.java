package org.safeguardinghub.console.page;

import java.util.List;

/**
 * Feeds that are silent for longer than they should be: what their agencies know may be missing.
 *
 * @param told of agencies that have told something of whom a page is about
 * @param others of all others
 */
public record SilentFeeds(List<String> told, List<String> others) {
  static final SilentFeeds NONE = new SilentFeeds(List.of(), List.of());

  public SilentFeeds {
    told = List.copyOf(told);
    others = List.copyOf(others);
  }

  public boolean any() {
    return !told.isEmpty() || !others.isEmpty();
  }

  /** {@code 3 other feeds are silent, whose agencies have told nothing of them}. */
  public String ofOthers() {
    return Words.count(others.size(), "feed is silent", "feeds are silent")
        + " that "
        + (others.size() == 1 ? "has" : "have")
        + " told nothing about them so far";
  }
}
