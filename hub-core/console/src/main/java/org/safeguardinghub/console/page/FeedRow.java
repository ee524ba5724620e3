package org.safeguardinghub.console.page;

/**
 * One sender on the page of feeds.
 *
 * @param expected how often something is expected, in words
 */
public record FeedRow(
    String name, String last, String expected, boolean silent, long accepted, long refused) {}
