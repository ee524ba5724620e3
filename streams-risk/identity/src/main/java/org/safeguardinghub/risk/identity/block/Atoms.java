package org.safeguardinghub.risk.identity.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safeguardinghub.risk.identity.compare.Form;
import org.safeguardinghub.risk.identity.model.Group;
import org.safeguardinghub.risk.identity.model.Kind;
import org.safeguardinghub.risk.identity.model.PersonTable;

/**
 * What of each value survives a slip: sounds and forms of names, parts of dates and numbers, words
 * and ends of texts. Each is a number that stands for it wherever it occurs, with how many records
 * have it.
 */
final class Atoms {
  private static final int SHORTEST_HALVED = 6;
  private static final int PREFIX = 4;

  /** A word's letters are an atom of their own where so few of those that sound alike have them. */
  private static final int RARER = 4;

  private static final int SOUND = 's';
  private static final int TEXT = 'w';
  private static final int FORM = 'c';

  private final PersonTable table;
  private final long[][] atoms;
  private final byte[][] words;
  private final int[][] counts;
  private final int[][] starts;

  Atoms(PersonTable table) {
    this.table = table;
    int groups = table.groups().size();
    this.atoms = new long[groups][];
    this.words = new byte[groups][];
    this.counts = new int[groups][];
    this.starts = new int[groups][];
    LongCounts all = new LongCounts();
    for (int g = 0; g < groups; g++) {
      collect(g, all);
    }
    for (int g = 0; g < groups; g++) {
      keepTelling(g, all);
    }
  }

  /** The place of a value's first atom. */
  int begin(int group, int value) {
    return starts[group][value];
  }

  /** The place after its last. */
  int end(int group, int value) {
    return starts[group][value + 1];
  }

  /** The number of the atom at a place. */
  long atom(int group, int at) {
    return atoms[group][at];
  }

  /** Which word of a name the atom at a place is of; atoms of one word say the same. */
  int word(int group, int at) {
    return words[group][at];
  }

  /** How many records have the atom at a place. */
  int count(int group, int at) {
    return counts[group][at];
  }

  private void collect(int g, LongCounts all) {
    Group group = table.groups().get(g);
    int[] frequency = new int[group.dictionary().size()];
    for (int row = 0; row < table.rows(); row++) {
      for (int field : group.fields()) {
        int value = table.value(row, field);
        if (value != PersonTable.MISSING) {
          frequency[value]++;
        }
      }
    }
    Kind kind = table.fields().get(group.fields().getFirst()).kind();
    Found found = new Found();
    starts[g] = new int[frequency.length + 1];
    for (int value = 0; value < frequency.length; value++) {
      int before = found.size;
      ofForm(g, kind, group.dictionary().form(value), found);
      for (int i = before; i < found.size; i++) {
        all.add(found.atoms[i], frequency[value]);
      }
      starts[g][value + 1] = found.size;
    }
    atoms[g] = Arrays.copyOf(found.atoms, found.size);
    words[g] = Arrays.copyOf(found.words, found.size);
  }

  /** Leaves out what only one record has, and letters that tell little more than their sound. */
  private void keepTelling(int g, LongCounts all) {
    counts[g] = new int[atoms[g].length];
    int size = 0;
    int from = 0;
    for (int value = 0; value + 1 < starts[g].length; value++) {
      int to = starts[g][value + 1];
      for (int at = from; at < to; at++) {
        int count = all.of(atoms[g][at]);
        boolean letters = at > from && (atoms[g][at] & 1) == 1;
        boolean told = letters && count * RARER > all.of(atoms[g][at - 1]);
        if (count > 1 && !told) {
          atoms[g][size] = atoms[g][at];
          counts[g][size] = count;
          words[g][size++] = words[g][at];
        }
      }
      from = to;
      starts[g][value + 1] = size;
    }
    atoms[g] = Arrays.copyOf(atoms[g], size);
    words[g] = Arrays.copyOf(words[g], size);
    counts[g] = Arrays.copyOf(counts[g], size);
  }

  /** Atoms as they are found. */
  private static final class Found {
    long[] atoms = new long[256];
    byte[] words = new byte[256];
    int size;

    void add(long atom, int word) {
      if (size == atoms.length) {
        atoms = Arrays.copyOf(atoms, size * 2);
        words = Arrays.copyOf(words, size * 2);
      }
      words[size] = (byte) Math.min(word, Byte.MAX_VALUE);
      atoms[size++] = atom;
    }
  }

  private static void ofForm(int g, Kind kind, Form form, Found found) {
    if (form instanceof Form.Words words && named(kind)) {
      names(g, words, found);
    } else {
      List<String> texts = new ArrayList<>();
      texts(form, texts);
      texts.forEach(text -> found.add(hash(g, 0, text) & ~1L, 0));
    }
  }

  private static boolean named(Kind kind) {
    return kind == Kind.GIVEN_NAME || kind == Kind.SURNAME || kind == Kind.PARENT_NAME;
  }

  /** An odd number is that of letters whose sound stands before it. */
  private static void names(int g, Form.Words words, Found found) {
    int number = 0;
    for (Form.Word word : words.words()) {
      boolean sounds = !word.sound().isEmpty();
      if (sounds) {
        found.add(hash(g, SOUND, word.sound()) & ~1L, number);
      }
      if (word.text().length() > 1) {
        long text = hash(g, TEXT, word.text());
        found.add(sounds ? text | 1 : text & ~1L, number);
      }
      for (int form : word.forms().classes()) {
        found.add(mixed(mixed(g * 31L + FORM) + form) & ~1L, number);
      }
      number++;
    }
  }

  private static void texts(Form form, List<String> keys) {
    switch (form) {
      case Form.Words words -> words(words, keys);
      case Form.Day day -> day(day, keys);
      case Form.Code code -> {
        String key = code.key();
        keys.add("k" + key);
        if (code.area() != null) {
          keys.add("a" + code.area());
        } else if (key.length() >= SHORTEST_HALVED) {
          keys.add("l" + key.substring(0, key.length() / 2));
          keys.add("r" + key.substring(key.length() / 2));
        }
      }
    }
  }

  private static void day(Form.Day day, List<String> keys) {
    keys.add("y" + day.year());
    if (!day.vague()) {
      keys.add("d" + day.key());
      keys.add("a" + day.year() + "-" + day.month());
      keys.add("b" + day.year() + "--" + day.day());
      keys.add("c" + Math.min(day.month(), day.day()) + "-" + Math.max(day.month(), day.day()));
    }
  }

  private static void words(Form.Words words, List<String> keys) {
    String joined = words.joined();
    keys.add("j" + joined);
    keys.add("p" + joined.substring(0, Math.min(PREFIX, joined.length())));
    keys.add("q" + joined.substring(Math.max(0, joined.length() - PREFIX)));
    for (Form.Word word : words.words()) {
      if (word.text().length() > 1 && words.words().size() > 1) {
        keys.add("w" + word.text());
      }
    }
  }

  private static long hash(int group, int tag, String text) {
    long hash = mixed(group * 31L + tag);
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mixed(hash);
  }

  /** Spreads a number over all bits (the finaliser of SplitMix64). */
  static long mixed(long number) {
    long z = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
