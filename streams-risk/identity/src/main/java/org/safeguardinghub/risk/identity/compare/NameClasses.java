package org.safeguardinghub.risk.identity.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which words are forms of one name, and which words in name fields name nobody. */
public final class NameClasses {
  private static final String SPELLINGS = "spellings.txt";
  private static final NameClasses NONE = new NameClasses(Map.of(), Set.of());

  private final Map<String, NameForms> forms;
  private final Set<String> titles;

  private NameClasses(Map<String, NameForms> forms, Set<String> titles) {
    this.forms = forms;
    this.titles = titles;
  }

  /** No name has another form. */
  public static NameClasses none() {
    return NONE;
  }

  /** The classes that the hub comes with: short forms and spellings of names, titles. */
  public static NameClasses shipped() {
    Map<String, NameForms> forms = new HashMap<>();
    int number = 0;
    for (String file : List.of("short-names.txt", SPELLINGS)) {
      for (String line : lines(file)) {
        List<String> names = List.of(line.split(" ", -1));
        for (int i = 0; i < names.size(); i++) {
          boolean full = i == 0 || file.equals(SPELLINGS);
          NameForms before = forms.getOrDefault(names.get(i), NameForms.NONE);
          forms.put(names.get(i), before.and(number, full));
        }
        number++;
      }
    }
    Set<String> titles = new HashSet<>();
    lines("titles.txt").forEach(line -> titles.addAll(List.of(line.split(" ", -1))));
    return new NameClasses(forms, titles);
  }

  private static List<String> lines(String file) {
    try (InputStream in = NameClasses.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of which names a plain word is a form. */
  NameForms of(String word) {
    return forms.getOrDefault(word, NameForms.NONE);
  }

  /** Whether the word names nobody. */
  boolean title(String word) {
    return titles.contains(word);
  }
}
