package org.safeguardinghub.console.page;

import java.util.Optional;

/**
 * Something that a reader is to do.
 *
 * @param about whom it is about, as far as that is to be told
 * @param agreed who agreed it, and whom to tell what came of it
 * @param path where it is said what came of it, for whoever may
 */
public record ActionLine(
    String what, String about, String due, boolean overdue, String agreed, Optional<String> path) {}
