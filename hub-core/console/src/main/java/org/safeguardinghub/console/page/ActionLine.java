package org.safeguardinghub.console.page;

/**
 * Something that a reader is to do.
 *
 * @param about whom it is about, as far as that is to be told
 * @param agreed who agreed it, and who reads what came of it
 * @param path where it is said what came of it
 */
public record ActionLine(
    String what, String about, String due, boolean overdue, String agreed, String path) {}
