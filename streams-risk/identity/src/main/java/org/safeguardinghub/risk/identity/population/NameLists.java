package org.safeguardinghub.risk.identity.population;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The lists that names are drawn from ({@code names.txt}; its head says how they were made). */
final class NameLists {
  private final List<Origin> origins = new ArrayList<>();
  private Origin streets = new Origin("", 0, 1, Map.of());

  /**
   * Names of one origin.
   *
   * @param share of all families, in percent
   * @param skew how much more frequent the first names are; 1: all alike
   * @param lists by their word in the file
   */
  record Origin(String name, int share, double skew, Map<String, List<String>> lists) {
    private String drawn(RandomGenerator random, String list) {
      List<String> all = lists.getOrDefault(list, List.of());
      return all.get((int) (all.size() * StrictMath.pow(random.nextDouble(), skew)));
    }

    /** A given name, the frequent ones frequent, with the other forms of it. */
    List<String> given(RandomGenerator random, boolean girl) {
      return List.of(drawn(random, girl ? "girls" : "boys").split("/", -1));
    }

    /** A surname or a street, put together. */
    String surname(RandomGenerator random) {
      return drawn(random, "beginnings") + drawn(random, "endings");
    }
  }

  private NameLists() {}

  /** The lists that the hub comes with. */
  static NameLists shipped() {
    NameLists lists = new NameLists();
    String name = "";
    double skew = 1;
    int share = 0;
    Map<String, List<String>> block = new HashMap<>();
    for (String line : lines()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "origin", "streets" -> {
          lists.add(new Origin(name, share, skew, Map.copyOf(block)));
          block.clear();
          name = words[0].equals("streets") ? "" : words[1];
          share = words[0].equals("streets") ? 0 : Integer.parseInt(words[2]);
        }
        case "skew" -> skew = Double.parseDouble(words[1]);
        default -> block.put(words[0], List.of(words).subList(1, words.length));
      }
    }
    lists.streets = new Origin("", 0, 1, Map.copyOf(block));
    return lists;
  }

  private void add(Origin origin) {
    if (origin.share > 0) {
      origins.add(origin);
    }
  }

  private static List<String> lines() {
    try (InputStream in = NameLists.class.getResourceAsStream("names.txt")) {
      if (in == null) {
        throw new IllegalStateException("names.txt is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An origin, each as often as its share. */
  Origin origin(RandomGenerator random) {
    int at = random.nextInt(100);
    for (Origin origin : origins) {
      at -= origin.share;
      if (at < 0) {
        return origin;
      }
    }
    return origins.getFirst();
  }

  /** A street. */
  String street(RandomGenerator random) {
    return streets.drawn(random, "beginnings") + " " + streets.drawn(random, "endings");
  }
}
