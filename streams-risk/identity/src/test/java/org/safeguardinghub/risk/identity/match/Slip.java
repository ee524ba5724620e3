package org.safeguardinghub.risk.identity.match;

import java.util.List;
import java.util.random.RandomGenerator;

/** What goes wrong when a value is typed, heard or scanned. Seeded: the same slips every time. */
final class Slip {
  private static final String LETTERS = "etaoinshrdlucmfwypvbgkqjxz";
  private static final List<List<String>> HEARD =
      List.of(
          List.of("ph", "f"),
          List.of("ck", "k"),
          List.of("ie", "y"),
          List.of("ee", "ea"),
          List.of("ough", "uff"),
          List.of("th", "t"),
          List.of("ll", "l"),
          List.of("ss", "s"),
          List.of("c", "k"),
          List.of("i", "y"),
          List.of("a", "e"),
          List.of("e", ""),
          List.of("wh", "w"));
  private static final List<List<String>> SCANNED =
      List.of(
          List.of("m", "rn"),
          List.of("l", "1"),
          List.of("o", "0"),
          List.of("s", "5"),
          List.of("g", "9"),
          List.of("cl", "d"),
          List.of("h", "b"),
          List.of("u", "v"));

  private final RandomGenerator random;

  Slip(RandomGenerator random) {
    this.random = random;
  }

  /** One slip in a text of any kind. */
  String in(String value) {
    if (value.length() < 2) {
      return value;
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> letter(value, 0, 1);
      case 2 -> letter(value, 1, 0);
      case 3 -> letter(value, 1, 1);
      case 4 -> neighbours(value);
      case 5 -> replaced(value, HEARD);
      case 6 -> replaced(value, SCANNED);
      default -> spaced(value);
    };
  }

  private String letter(String value, int removed, int added) {
    int at = random.nextInt(value.length());
    boolean digit = Character.isDigit(value.charAt(at));
    String letter =
        digit ? String.valueOf(random.nextInt(10)) : "" + LETTERS.charAt(random.nextInt(26));
    return value.substring(0, at) + (added > 0 ? letter : "") + value.substring(at + removed);
  }

  private String neighbours(String value) {
    int at = random.nextInt(value.length() - 1);
    return value.substring(0, at)
        + value.charAt(at + 1)
        + value.charAt(at)
        + value.substring(at + 2);
  }

  private String replaced(String value, List<List<String>> pairs) {
    int first = random.nextInt(pairs.size());
    for (int i = 0; i < pairs.size(); i++) {
      List<String> pair = pairs.get((first + i) % pairs.size());
      if (value.contains(pair.getFirst())) {
        return value.replaceFirst(pair.getFirst(), pair.getLast());
      }
    }
    return letter(value, 1, 1);
  }

  private String spaced(String value) {
    if (value.contains(" ")) {
      return value.replaceFirst(" ", "");
    }
    int at = 1 + random.nextInt(value.length() - 1);
    return Character.isDigit(value.charAt(0))
        ? neighbours(value)
        : value.substring(0, at) + " " + value.substring(at);
  }
}
