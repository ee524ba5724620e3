package org.safeguardinghub.risk.identity;

import java.util.List;
import java.util.Set;
import org.safeguardinghub.risk.identity.compare.Plain;

/** What an address line tells of where somebody lives. */
final class Addresses {
  /** Words of lines that stand for a home which is none, or that must not tell where it is. */
  private static final Set<String> NO_HOMES =
      Set.of(
          "refuge",
          "hostel",
          "hospital",
          "ward",
          "office",
          "offices",
          "council",
          "nfa",
          "unknown",
          "placement");

  /** Postcodes that stand for no fixed abode and the like. */
  private static final String NO_POSTCODE = "zz99";

  private Addresses() {}

  /** Whether a line says which home of a street it is. */
  static boolean tells(String line) {
    List<String> words = Plain.words(line);
    return words.size() > 1
        && words.stream().anyMatch(word -> Character.isDigit(word.charAt(0)))
        && words.stream().noneMatch(NO_HOMES::contains);
  }

  /** A line in its comparison form; empty where it tells no home. */
  static String plain(String line) {
    return tells(line) ? String.join(" ", Plain.words(line)) : "";
  }

  /** A postcode in its comparison form; empty where it stands for none. */
  static String postcode(String sent) {
    String plain = Plain.compact(sent);
    return plain.startsWith(NO_POSTCODE) ? "" : plain;
  }
}
