package org.safeguardinghub.risk.identity;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguardinghub.risk.identity.compare.Plain;

/**
 * Names in their normal form: a set of tokens without marks, case and order. For comparison only;
 * what was sent is kept as it was.
 */
final class Names {
  /** Words in name fields that name nobody. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "baby",
          "babygirl",
          "babyboy",
          "unknown",
          "unborn",
          "infant",
          "newborn",
          "nk",
          "na",
          "tbc");

  /** A typing slip is forgiven in tokens of at least this length. */
  private static final int SLIP_LENGTH = 4;

  private Names() {}

  static SortedSet<String> tokens(String... names) {
    SortedSet<String> tokens = new TreeSet<>();
    for (String name : names) {
      for (String token : Plain.words(name)) {
        if (!NO_NAMES.contains(token)) {
          tokens.add(token);
        }
      }
    }
    return tokens;
  }

  /** Tokens that say more than an initial. */
  static SortedSet<String> full(Set<String> tokens) {
    SortedSet<String> full = new TreeSet<>(tokens);
    full.removeIf(token -> token.length() < 2);
    return full;
  }

  /**
   * Whether two names may be one person's: they share at least one whole token (a typing slip is
   * forgiven), and what one of them has besides that, the other does not contradict. Never enough
   * to link by itself.
   */
  static FieldOutcome compare(Set<String> one, Set<String> other) {
    if (full(one).isEmpty() || full(other).isEmpty()) {
      return FieldOutcome.MISSING;
    }
    List<String> left = new ArrayList<>(one);
    List<String> right = new ArrayList<>(other);
    int shared = removePairs(left, right, (a, b) -> a.length() > 1 && a.equals(b));
    shared += removePairs(left, right, Names::slip);
    removePairs(left, right, Names::initial);
    return shared > 0 && (left.isEmpty() || right.isEmpty())
        ? FieldOutcome.AGREE
        : FieldOutcome.DISAGREE;
  }

  private static int removePairs(List<String> left, List<String> right, Pairing pairing) {
    int pairs = 0;
    for (Iterator<String> each = left.iterator(); each.hasNext(); ) {
      String token = each.next();
      for (int i = 0; i < right.size(); i++) {
        if (pairing.match(token, right.get(i))) {
          each.remove();
          right.remove(i);
          pairs++;
          break;
        }
      }
    }
    return pairs;
  }

  private static boolean initial(String a, String b) {
    return (a.length() == 1 && b.startsWith(a)) || (b.length() == 1 && a.startsWith(b));
  }

  /** One letter more, less or other, or two neighbours swapped. */
  static boolean slip(String a, String b) {
    if (Math.min(a.length(), b.length()) < SLIP_LENGTH || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int start = 0;
    while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int endA = a.length();
    int endB = b.length();
    while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    String restA = a.substring(start, endA);
    String restB = b.substring(start, endB);
    boolean swapped =
        restA.length() == 2 && new StringBuilder(restA).reverse().toString().equals(restB);
    return swapped || (restA.length() <= 1 && restB.length() <= 1);
  }

  /** How two tokens are found to be the same. */
  private interface Pairing {
    boolean match(String a, String b);
  }
}
