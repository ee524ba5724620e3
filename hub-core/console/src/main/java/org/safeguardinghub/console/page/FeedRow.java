package org.safeguardinghub.console.page;

/** One sender on the page of feeds. */
public record FeedRow(String name, String last, long accepted, long refused) {}
