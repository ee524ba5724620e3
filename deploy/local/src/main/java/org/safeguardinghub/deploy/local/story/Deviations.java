package org.safeguardinghub.deploy.local.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How what was told of each pattern differs from what a story lists of it, in words. */
final class Deviations {
  private final Map<String, List<String>> byPattern = new LinkedHashMap<>();

  void add(String pattern, String words) {
    byPattern.computeIfAbsent(pattern, _ -> new ArrayList<>()).add(words);
  }

  List<String> of(Collection<String> patterns) {
    return patterns.stream()
        .flatMap(pattern -> byPattern.getOrDefault(pattern, List.of()).stream())
        .toList();
  }
}
