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
  private final Map<String, Integer> numbers = new HashMap<>();
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

  private int[] ofValue(int g, int value) {
    List<int[]> known = ofValues.get(g);
    while (known.size() <= value) {
      Group group = table.groups().get(g);
      Kind kind = table.fields().get(group.fields().getFirst()).kind();
      known.add(
          texts(group.dictionary().form(known.size()), kind).stream()
              .mapToInt(text -> number(g + text))
              .toArray());
    }
    return known.get(value);
  }

  private int number(String key) {
    return numbers.computeIfAbsent(key, _ -> numbers.size());
  }

  private static List<String> texts(Form form, Kind kind) {
    List<String> keys = new ArrayList<>();
    switch (form) {
      case Form.Words words -> words(words, kind, keys);
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

  private static void words(Form.Words words, Kind kind, List<String> keys) {
    boolean name = kind == Kind.GIVEN_NAME || kind == Kind.SURNAME || kind == Kind.PARENT_NAME;
    if (!name) {
      keys.add("j" + words.joined());
      keys.add("p" + words.joined().substring(0, Math.min(PREFIX, words.joined().length())));
    }
    for (Form.Word word : words.words()) {
      if (word.text().length() > 1) {
        keys.add("w" + word.text());
      }
      if (!word.sound().isEmpty()) {
        keys.add("s" + word.sound());
      }
      word.classes().forEach(nameClass -> keys.add("c" + nameClass));
    }
  }
}
