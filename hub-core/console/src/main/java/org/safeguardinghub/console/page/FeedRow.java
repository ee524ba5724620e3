package org.safeguardinghub.console.page;

import java.util.List;

/**
 * One sender on the page of feeds.
 *
 * @param expected how often something is expected, in words
 * @param types what is expected of single event types
 */
public record FeedRow(
    String name,
    String last,
    String expected,
    boolean silent,
    List<TypeRow> types,
    long accepted,
    long refused) {
  public FeedRow {
    types = List.copyOf(types);
  }

  /** An event type of which something is expected, in words. */
  public record TypeRow(String words, boolean silent) {}
}
