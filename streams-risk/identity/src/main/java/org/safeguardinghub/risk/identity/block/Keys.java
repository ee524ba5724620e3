package org.safeguardinghub.risk.identity.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguardinghub.risk.identity.compare.Form;
import org.safeguardinghub.risk.identity.model.Group;
import org.safeguardinghub.risk.identity.model.Kind;
import org.safeguardinghub.risk.identity.model.PersonTable;

/**
 * The keys under which records are found: words of names and their sounds, parts of dates and of
 * numbers. A slip spoils some keys of a value and leaves others.
 */
final class Keys {
  private static final int SHORTEST_HALVED = 6;
  private static final int PREFIX = 4;

  private final PersonTable table;

  /** Keys of names stand for themselves; those of any other field count once a field. */
  static final int NO_FAMILY = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private int[] families = new int[64];
  private int[] implied = new int[64];
  private final List<List<int[]>> ofValues = new ArrayList<>();

  Keys(PersonTable table) {
    this.table = table;
    table.groups().forEach(_ -> ofValues.add(new ArrayList<>()));
  }

  int size() {
    return numbers.size();
  }

  /** The numbers of a row's keys, ascending, each once. */
  int[] of(int row) {
    int[] all = new int[64];
    int size = 0;
    for (int g = 0; g < ofValues.size(); g++) {
      for (int field : table.groups().get(g).fields()) {
        int value = table.value(row, field);
        if (value != PersonTable.MISSING) {
          int[] keys = ofValue(g, value);
          if (size + keys.length > all.length) {
            all = Arrays.copyOf(all, (size + keys.length) * 2);
          }
          System.arraycopy(keys, 0, all, size, keys.length);
          size += keys.length;
        }
      }
    }
    return Arrays.stream(all, 0, size).sorted().distinct().toArray();
  }

  /** The field group of a key that is not a name's, or {@link #NO_FAMILY}. */
  int family(int key) {
    return families[key];
  }

  /** The key that everything with this key has too (a word's sound), or the key itself. */
  int implied(int key) {
    return implied[key];
  }

  private int[] ofValue(int g, int value) {
    List<int[]> known = ofValues.get(g);
    while (known.size() <= value) {
      Group group = table.groups().get(g);
      Kind kind = table.fields().get(group.fields().getFirst()).kind();
      Form form = group.dictionary().form(known.size());
      known.add(
          form instanceof Form.Words words && named(kind)
              ? names(g, words)
              : texts(form).stream().mapToInt(text -> number(g + text, g)).toArray());
    }
    return known.get(value);
  }

  private static boolean named(Kind kind) {
    return kind == Kind.GIVEN_NAME || kind == Kind.SURNAME || kind == Kind.PARENT_NAME;
  }

  private int number(String key, int family) {
    Integer known = numbers.putIfAbsent(key, numbers.size());
    if (known != null) {
      return known;
    }
    int number = numbers.size() - 1;
    if (number == families.length) {
      families = Arrays.copyOf(families, number * 2);
      implied = Arrays.copyOf(implied, number * 2);
    }
    families[number] = family;
    implied[number] = number;
    return number;
  }

  private int[] names(int g, Form.Words words) {
    List<Integer> keys = new ArrayList<>();
    for (Form.Word word : words.words()) {
      int sound = word.sound().isEmpty() ? -1 : number(g + "s" + word.sound(), NO_FAMILY);
      if (sound >= 0) {
        keys.add(sound);
      }
      if (word.text().length() > 1) {
        int text = number(g + "w" + word.text(), NO_FAMILY);
        implied[text] = sound >= 0 ? sound : text;
        keys.add(text);
      }
      word.classes().forEach(each -> keys.add(number(g + "c" + each, NO_FAMILY)));
    }
    return keys.stream().mapToInt(key -> key).toArray();
  }

  private static List<String> texts(Form form) {
    List<String> keys = new ArrayList<>();
    switch (form) {
      case Form.Words words -> words(words, keys);
      case Form.Day day -> {
        keys.add("y" + day.year());
        if (!day.vague()) {
          keys.add("d" + day.key());
          keys.add("a" + day.year() + "-" + day.month());
          keys.add("b" + day.year() + "--" + day.day());
          keys.add("c" + Math.min(day.month(), day.day()) + "-" + Math.max(day.month(), day.day()));
        }
      }
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
    return keys;
  }

  private static void words(Form.Words words, List<String> keys) {
    String joined = words.joined();
    keys.add("j" + joined);
    keys.add("p" + joined.substring(0, Math.min(PREFIX, joined.length())));
    keys.add("q" + joined.substring(Math.max(0, joined.length() - PREFIX)));
    for (Form.Word word : words.words()) {
      if (word.text().length() > 1) {
        keys.add("w" + word.text());
      }
    }
  }
}
