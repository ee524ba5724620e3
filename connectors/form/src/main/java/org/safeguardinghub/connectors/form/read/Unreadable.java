package org.safeguardinghub.connectors.form.read;

/**
 * Why a text cannot be read. Repeats nothing of it.
 *
 * @param reasonCode why, as a code
 * @param whatToDo what the sender should do
 * @param place line and column, or empty
 */
public record Unreadable(String reasonCode, String whatToDo, String place) {
  /** What to do, and where. */
  public String advice() {
    return place.isEmpty() ? whatToDo : whatToDo + " (" + place + ")";
  }
}
