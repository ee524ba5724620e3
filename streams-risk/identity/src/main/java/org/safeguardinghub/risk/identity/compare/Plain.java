package org.safeguardinghub.risk.identity.compare;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Texts in their comparison form: compatibility decomposition (NFKD) without marks, small letters,
 * apostrophes dropped. For comparison only; what was sent is kept as it was.
 */
public final class Plain {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern JOINING = Pattern.compile("['\u2018\u2019\u02BC`\u00B4]");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Letters that decomposition leaves alone although people type them plainly. */
  private static final Map<Character, String> PLAIN =
      Map.of(
          'ß', "ss", 'ø', "o", 'ł', "l", 'đ', "d", 'æ', "ae", 'œ', "oe", 'ı', "i", 'ð', "d", 'þ',
          "th");

  private Plain() {}

  /** Small letters without marks; spaces and punctuation other than apostrophes stay. */
  public static String text(String sent) {
    if (isPlain(sent)) {
      return sent.toLowerCase(Locale.ROOT);
    }
    String bare = MARKS.matcher(Normalizer.normalize(sent, Normalizer.Form.NFKD)).replaceAll("");
    String small = JOINING.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(small.length() + 4);
    for (int i = 0; i < small.length(); i++) {
      char letter = small.charAt(i);
      String typed = letter < 128 ? null : PLAIN.get(letter);
      if (typed == null) {
        plain.append(letter);
      } else {
        plain.append(typed);
      }
    }
    return plain.toString();
  }

  /** The words of a text in their order, in plain letters and digits. */
  public static List<String> words(String sent) {
    String text = text(sent);
    if (!isPlain(text)) {
      return SEPARATORS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }
    List<String> words = new ArrayList<>(4);
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isLetterOrDigit(text.charAt(i))) {
        if (i > begin) {
          words.add(text.substring(begin, i));
        }
        begin = i + 1;
      }
    }
    return words;
  }

  /** Letters and digits only, as codes and numbers are compared. */
  public static String compact(String sent) {
    return String.join("", words(sent));
  }

  /** Digits only. */
  static String digits(String sent) {
    StringBuilder digits = new StringBuilder(sent.length());
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  /** Of a small plain text. */
  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isPlain(String sent) {
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      if (c >= 128 || c == '\'' || c == '`') {
        return false;
      }
    }
    return true;
  }
}
