package org.safeguardinghub.kernel.subject;

import java.util.Locale;

/**
 * What a message may show of an alert: it follows from the alert's id and says nothing about it.
 * Whoever may see the alert finds the same reference on its page.
 */
public final class AlertReference {
  private static final int LETTERS = 8;

  private AlertReference() {}

  /** For example {@code SH-JJ0R4HKZ}. */
  public static String of(String alertId) {
    String letters = ShortHash.of("reference", alertId).replaceAll("[^A-Za-z0-9]", "");
    return "SH-" + letters.substring(0, LETTERS).toUpperCase(Locale.ROOT);
  }
}
