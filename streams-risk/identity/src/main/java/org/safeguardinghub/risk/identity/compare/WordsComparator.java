package org.safeguardinghub.risk.identity.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.jspecify.annotations.Nullable;

/**
 * Names of people and places, streets, occupations: compared by words, slips, classes and sound.
 */
public final class WordsComparator implements FieldComparator {
  private static final List<Agreement> NAMES =
      List.of(
          Agreement.EXACT,
          Agreement.SAME_LETTERS,
          Agreement.SLIP,
          Agreement.ONE_NAME,
          Agreement.CLOSE,
          Agreement.PART,
          Agreement.SHORTENED,
          Agreement.SOUND,
          Agreement.INITIAL,
          Agreement.DIFFERENT);
  private static final List<Agreement> TEXTS =
      List.of(
          Agreement.EXACT,
          Agreement.SAME_LETTERS,
          Agreement.SLIP,
          Agreement.CLOSE,
          Agreement.PART,
          Agreement.DIFFERENT);

  /** Words that say that nothing is known. */
  private static final Set<String> NOTHING =
      Set.of("unknown", "unk", "nk", "na", "none", "null", "nan", "tbc", "notknown");

  private static final int LONGEST_SOUND = 6;
  private static final int SHORTEST_SHORTENED = 3;

  private final boolean names;
  private final NameClasses classes;

  private WordsComparator(boolean names, NameClasses classes) {
    this.names = names;
    this.classes = classes;
  }

  /** For names of people: knows forms of one name, initials and sounds. */
  public static WordsComparator names(NameClasses classes) {
    return new WordsComparator(true, classes);
  }

  /** For any other text. */
  public static WordsComparator texts() {
    return new WordsComparator(false, NameClasses.none());
  }

  @Override
  public List<Agreement> scale() {
    return names ? NAMES : TEXTS;
  }

  @Override
  public Form.@Nullable Words read(String sent) {
    List<String> words = new ArrayList<>(Plain.words(sent));
    if (names && !words.stream().allMatch(classes::title)) {
      words.removeIf(classes::title);
    }
    String joined = String.join("", words);
    if (joined.isEmpty() || NOTHING.contains(joined)) {
      return null;
    }
    if (words.size() == 1) {
      // One text for all that it is: there are many values.
      return new Form.Words(joined, joined, List.of(word(joined)));
    }
    List<Form.Word> forms = new ArrayList<>();
    for (String word : words) {
      forms.add(word(word));
    }
    return new Form.Words(String.join(" ", words), joined, forms);
  }

  private Form.Word word(String word) {
    if (!names || word.length() < 2) {
      return new Form.Word(word, "", classes.of(word));
    }
    DoubleMetaphone metaphone = new DoubleMetaphone();
    metaphone.setMaxCodeLen(LONGEST_SOUND);
    String sound = metaphone.doubleMetaphone(word);
    return new Form.Word(word, sound == null ? "" : sound, classes.of(word));
  }

  /** Words that share no letters have nothing in common. */
  @Override
  public @Nullable Agreement bySignatures(long one, long other) {
    boolean different =
        names ? WordsSignature.differentNames(one, other) : !WordsSignature.shared(one, other);
    return different ? Agreement.DIFFERENT : null;
  }

  @Override
  public Agreement same(long signature) {
    return Agreement.EXACT;
  }

  @Override
  public Agreement compare(Form one, Form other) {
    return compare((Form.Words) one, (Form.Words) other);
  }

  /** Signatures first: letters are farther away. */
  private Agreement compare(Form.Words one, Form.Words other) {
    if (WordsSignature.maybeSame(one.signature(), other.signature())) {
      if (one.key().equals(other.key())) {
        return Agreement.EXACT;
      }
      if (one.joined().equals(other.joined()) || sameWords(one, other)) {
        return Agreement.SAME_LETTERS;
      }
    }
    boolean near = !WordsSignature.farApart(one.signature(), other.signature());
    if (near && Slips.slip(one, other)) {
      return Agreement.SLIP;
    }
    boolean unlike = !names || WordsSignature.unlikeAsWords(one.signature(), other.signature());
    Agreement best = unlike ? Agreement.DIFFERENT : byWords(one, other);
    if (near && best.compareTo(Agreement.PART) > 0 && Slips.close(one, other)) {
      return Agreement.CLOSE;
    }
    return names || best != Agreement.DIFFERENT ? best : shared(one, other);
  }

  private static boolean sameWords(Form.Words one, Form.Words other) {
    return one.words().size() > 1
        && one.words().size() == other.words().size()
        && texts(one).sorted().toList().equals(texts(other).sorted().toList());
  }

  private static Stream<String> texts(Form.Words words) {
    return words.words().stream().map(Form.Word::text);
  }

  /** The best that any word of one has in the other: names in any order, halves, initials. */
  private static Agreement byWords(Form.Words one, Form.Words other) {
    Agreement best = Agreement.DIFFERENT;
    boolean single = one.words().size() == 1 && other.words().size() == 1;
    for (Form.Word left : one.words()) {
      for (Form.Word right : other.words()) {
        Agreement found = word(left, right, single);
        best = found.compareTo(best) < 0 ? found : best;
      }
    }
    return best == Agreement.DIFFERENT && initials(one, other) ? Agreement.INITIAL : best;
  }

  private static Agreement word(Form.Word one, Form.Word other, boolean single) {
    if (one.length() == 1 || other.length() == 1) {
      return Agreement.DIFFERENT;
    }
    if (same(one, other)) {
      return Agreement.PART;
    }
    if (one.forms().share(other.forms())) {
      return Agreement.ONE_NAME;
    }
    if (!single && Slips.slip(one, other)) {
      return Agreement.PART;
    }
    if (shortened(one.text(), other.text()) || shortened(other.text(), one.text())) {
      return Agreement.SHORTENED;
    }
    return !one.sound().isEmpty() && one.sound().equals(other.sound())
        ? Agreement.SOUND
        : Agreement.DIFFERENT;
  }

  /**
   * How the first of several names compare: the same, forms of one name, a slip apart, or
   * different. A second name alone is another person's.
   */
  public static Agreement first(Form.Words one, Form.Words other) {
    Form.Word left = one.words().getFirst();
    Form.Word right = other.words().getFirst();
    if (left.text().equals(right.text())) {
      return Agreement.EXACT;
    }
    if (left.forms().share(right.forms())) {
      return Agreement.ONE_NAME;
    }
    return Slips.slip(left, right) ? Agreement.SLIP : Agreement.DIFFERENT;
  }

  /** Whether the first names are forms of one, as far as lists of names know. */
  public static boolean oneName(Form.Words one, Form.Words other) {
    return oneName(one.words().getFirst(), other.words().getFirst());
  }

  private static boolean oneName(Form.Word one, Form.Word other) {
    return one.forms().shortOf(other.forms()) || other.forms().shortOf(one.forms());
  }

  private static boolean same(Form.Word one, Form.Word other) {
    return one.set() == other.set() && one.text().equals(other.text());
  }

  private static boolean shortened(String one, String other) {
    return one.length() >= SHORTEST_SHORTENED && other.startsWith(one);
  }

  /** Whether one begins with nothing but the first letter of the other. */
  private static boolean initials(Form.Words one, Form.Words other) {
    String left = one.words().getFirst().text();
    String right = other.words().getFirst().text();
    return (left.length() == 1 || right.length() == 1) && left.charAt(0) == right.charAt(0);
  }

  /** Half of the letters of the shorter text stand in words that both have. */
  private static Agreement shared(Form.Words one, Form.Words other) {
    int letters = 0;
    for (Form.Word word : one.words()) {
      for (Form.Word theirs : other.words()) {
        if (same(word, theirs) || (word.length() > 4 && Slips.slip(word, theirs))) {
          letters += word.length();
          break;
        }
      }
    }
    int shorter = Math.min(one.length(), other.length());
    return letters * 2 >= shorter ? Agreement.PART : Agreement.DIFFERENT;
  }
}
