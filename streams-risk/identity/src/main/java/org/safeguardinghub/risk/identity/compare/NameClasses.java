package org.safeguardinghub.risk.identity.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which words are forms of one name, and which words in name fields name nobody. */
public final class NameClasses {
  private static final String SPELLINGS = "spellings.txt";
  private static final NameClasses NONE = new NameClasses(Map.of(), Map.of(), Set.of());

  private final Map<String, List<Integer>> classes;
  private final Map<String, List<Integer>> full;
  private final Set<String> titles;

  private NameClasses(
      Map<String, List<Integer>> classes, Map<String, List<Integer>> full, Set<String> titles) {
    this.classes = classes;
    this.full = full;
    this.titles = titles;
  }

  /** No name has another form. */
  public static NameClasses none() {
    return NONE;
  }

  /** The classes that the hub comes with: short forms and spellings of names, titles. */
  public static NameClasses shipped() {
    Map<String, List<Integer>> classes = new HashMap<>();
    Map<String, List<Integer>> full = new HashMap<>();
    int number = 0;
    for (String file : List.of("short-names.txt", SPELLINGS)) {
      for (String line : lines(file)) {
        List<String> names = List.of(line.split(" ", -1));
        for (String name : names) {
          classes.computeIfAbsent(name, _ -> new ArrayList<>()).add(number);
        }
        for (String name : file.equals(SPELLINGS) ? names : names.subList(0, 1)) {
          full.computeIfAbsent(name, _ -> new ArrayList<>()).add(number);
        }
        number++;
      }
    }
    Set<String> titles = new HashSet<>();
    lines("titles.txt").forEach(line -> titles.addAll(List.of(line.split(" ", -1))));
    return new NameClasses(classes, full, titles);
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

  /** The classes of a plain word, ascending. */
  List<Integer> of(String word) {
    return classes.getOrDefault(word, List.of());
  }

  /** Those of the classes in which the word is the full name, or one of its spellings. */
  List<Integer> full(String word) {
    return full.getOrDefault(word, List.of());
  }

  /** Whether the word names nobody. */
  boolean title(String word) {
    return titles.contains(word);
  }
}
