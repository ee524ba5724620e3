package org.safeguardinghub.connectors.form;

import java.util.Set;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** One format that agencies' systems speak. Pure: bytes in, fates out. */
public interface Form {
  /** A short code, such as {@code ssda903}. */
  String name();

  /** What people call it. */
  String title();

  /** Families whose agencies send it; none where that is not said. */
  default Set<OriginFamily> families() {
    return Set.of();
  }

  /**
   * Whether it knows this by its head and reads it in pieces, so that it may be of any size. Of any
   * other the whole is in memory.
   */
  default boolean streams(Received received) {
    return false;
  }

  /**
   * Whether this looks like the form: a cheap look at the head of the content, never at the name of
   * the file alone. Never throws.
   */
  boolean recognises(Received received);

  /**
   * Reads it. Never throws on bad input, never hangs, reads nothing but the bytes; one bad item
   * refuses that item and the rest goes on.
   */
  Reading read(Received received);
}
