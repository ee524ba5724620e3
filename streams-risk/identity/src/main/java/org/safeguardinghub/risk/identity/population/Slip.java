package org.safeguardinghub.risk.identity.population;

import java.util.random.RandomGenerator;

/** Slips of the fingers. */
final class Slip {
  private final RandomGenerator random;

  Slip(RandomGenerator random) {
    this.random = random;
  }

  /** One letter more, less or other, or two neighbours swapped. */
  String in(String text) {
    if (text.length() < 2) {
      return text;
    }
    int at = random.nextInt(text.length() - 1);
    String before = text.substring(0, at);
    String after = text.substring(at + 1);
    char letter = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + letter + text.charAt(at) + after;
      case 2 -> before + letter + after;
      default -> before + after.charAt(0) + text.charAt(at) + after.substring(1);
    };
  }

  /** Another digit in the place of one. */
  String digit(String text) {
    int at = random.nextInt(text.length());
    while (text.charAt(at) < '0' || text.charAt(at) > '9') {
      at = random.nextInt(text.length());
    }
    return text.substring(0, at) + random.nextInt(10) + text.substring(at + 1);
  }
}
